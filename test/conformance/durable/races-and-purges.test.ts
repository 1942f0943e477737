import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLocalTarget } from "../local-target.ts";
import type { ConformanceTarget } from "../conformance-target.ts";
import { readRecording, type RecordedCase } from "./recorded-case.ts";
import { send } from "./run-case.ts";

const purges = readRecording<RecordedCase>("answers").filter((given) =>
  given.case.startsWith("purge-by-time-"),
);
const json = "application/json";
// Purges by time would delete the instances of whoever owns an official host: ours only.
let targets: ConformanceTarget[];

beforeAll(async () => {
  targets = await Promise.all([...purges, undefined].map(() => startLocalTarget({})));
});

afterAll(() => Promise.all(targets.map((target) => target.stop())));

describe("a purge by time deletes what was recorded", () => {
  it.each(purges.map((given, k) => [given.case, k] as const))("%s", async (_, k) => {
    const target = targets[k]!;
    const start = (path: string, body: string) =>
      send(target, "POST", `orchestrators/${path}`, { body, type: json });
    await start("caseSensitive/running", "null");
    await start("caseSensitive/suspended", "null");
    await start("chain/completed", '{"n":1}');
    await send(target, "POST", "instances/suspended/suspend");
    const { request, expected } = purges[k]!;
    const [method = "", path = ""] = request!.split(" ");
    const answer = await send(target, method, path);
    expect(answer.status).toBe(expected["httpStatus"]);
    expect(answer.body).toEqual(expected["body"]);
  });
});

describe("eight starts of one new id at once", () => {
  it("run one execution, of an accepted start, and refuse the others with 409", async () => {
    const target = targets.at(-1)!;
    const starts = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
        send(target, "POST", "orchestrators/chain/race", {
          body: JSON.stringify({ n, ms: 30 }),
          type: json,
        }),
      ),
    );
    const statuses = starts.map((start) => start.status);
    expect(statuses).toContain(202);
    expect(statuses.filter((status) => status !== 202 && status !== 409)).toEqual([]);
    const accepted = statuses.flatMap((status, k) => (status === 202 ? [k + 1] : []));
    let seen = await send(target, "GET", "instances/race");
    for (; seen.status === 202; seen = await send(target, "GET", "instances/race")) await sleep(20);
    expect(accepted).toContain((seen.body as { output: number }).output);
    const started = (await target.probe!.history("race")).filter(
      (event) => event["EventType"] === 0,
    );
    expect(started.length).toBe(1);
  });
});
