import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DurableBed } from "../../../support/durable-bed.ts";
import { ManagementBed } from "./management-bed.ts";

let management: ManagementBed;
let bed: DurableBed;

beforeAll(async () => {
  management = await ManagementBed.open();
  bed = management.bed;
});
afterAll(() => bed.stop());

describe("a body", () => {
  it.each([
    [
      "oops",
      "Unexpected character encountered while parsing value: o. Path '', line 0, position 0.",
    ],
    [" x", "Unexpected character encountered while parsing value: x. Path '', line 1, position 1."],
    ["{oops", "Unexpected end while parsing unquoted property name. Path '', line 1, position 5."],
    ["{", "Unexpected end of content while loading JObject. Path '', line 1, position 1."],
    ['"abc', "Unterminated string. Expected delimiter: \". Path '', line 1, position 4."],
  ])("that is no JSON is refused in the official words: %s", async (text, complaint) => {
    const answer = await management.raw("orchestrators/echoInput/bad", text);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({
      Message: "Invalid JSON content",
      ExceptionMessage: complaint,
      ExceptionType: "Newtonsoft.Json.JsonReaderException",
    });
  });

  it("that is blank starts without input, but is no event", async () => {
    expect((await management.raw("orchestrators/echoInput/blank", " \n")).status).toBe(202);
    expect((await bed.end("blank"))["output"]).toEqual({ type: "null" });
    expect((await management.raw("instances/waits/raiseEvent/E", " ")).status).toBe(400);
  });

  it("may begin with a byte order mark", async () => {
    expect((await management.raw("orchestrators/echoInput/marked", "\uFEFF5")).status).toBe(202);
    expect((await bed.end("marked"))["output"]).toEqual({ type: "number", value: 5 });
  });
});

describe("waiting for the end", () => {
  it("works for a restart too, and refuses an interval beyond the timeout", async () => {
    const restart = "instances/done/restart?timeout=5&pollingInterval=0.01";
    expect(await bed.send("POST", restart)).toMatchObject({ status: 200, body: "1" });
    const refused = "orchestrators/chain/late?timeout=1&pollingInterval=2";
    const { status, body } = await bed.send("POST", refused, { n: 1 });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      Message: "One or more of the arguments submitted is incorrect",
      ExceptionMessage: "Total timeout 1 should be bigger than retry timeout 2",
    });
  });

  it("looks once more when the time is up", async () => {
    const path = "orchestrators/caseSensitive/late?timeout=100&pollingInterval=70";
    const answer = bed.send("POST", path, null);
    // Once it runs, the request has made its appointment with the clock.
    await vi.waitFor(async () => {
      expect(await bed.status("late")).toMatchObject({ runtimeStatus: "Running" });
    });
    const start = bed.clock.now().getTime();
    await bed.clock.advanceTo(new Date(start + 75_000));
    await bed.raise("late", "Approve", 1);
    await bed.extension.idle();
    await bed.clock.advanceTo(new Date(start + 101_000));
    expect((await answer).status).toBe(200);
  });
});

it("the address of a running instance keeps what was asked for", async () => {
  const { headers } = await bed.send("GET", "instances/waits?showHistory=true&taskHub=X&code=k");
  const query = new URL(headers["location"] ?? "").searchParams;
  expect(query.get("showHistory")).toBe("true");
  expect(query.getAll("taskHub")).toEqual(["TestHub"]);
});

it("slashes around a path do not matter, unknown operations and other methods are not found", async () => {
  expect((await bed.send("GET", "/instances/done/")).status).toBe(200);
  const strangers: [string, string][] = [
    ["POST", "instances/done/explode"],
    ["GET", "instances/done/terminate"],
    ["POST", "instances/done/raiseEvent"],
    ["PUT", "instances/done"],
    ["PUT", "instances"],
    ["DELETE", "orchestrators/chain/done"],
    ["POST", "orchestrators"],
    ["GET", ""],
  ];
  for (const [method, path] of strangers) {
    expect([path, (await bed.send(method, path)).status]).toEqual([path, 404]);
  }
});

it("a reason that is no JSON shows trimmed, one that is JSON as its value", async () => {
  for (const [reason, output] of [
    ["%20why%20", "why"],
    ["123", 123],
    ["%C3%A9", "é"],
  ] as const) {
    await bed.start("caseSensitive", "reasoned", null);
    await bed.send("POST", `instances/reasoned/terminate?reason=${reason}`);
    expect((await bed.end("reasoned"))["output"]).toBe(output);
  }
});
