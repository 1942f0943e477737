import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runStart } from "./run-start.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "offerpress-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
const exists = (file: string): Promise<boolean> =>
  stat(path.join(folder, file)).then(
    () => true,
    () => false,
  );

it("goes on with the interrupted release after SIGKILL, and reports that one", async () => {
  const first = runStart("--data", folder);
  await first.sees("Publisher sign-off");
  first.kill("SIGKILL");
  await first.ended;

  const second = runStart("--exit", "--data", folder);
  const code = await second.ended;

  expect(second.output()).toContain("that was under way");
  expect(second.output()).toContain("is live");
  expect(code).toBe(0);
}, 90_000);

it("describes itself in run.json while it runs, refuses a second start, and cleans up", async () => {
  const first = runStart("--data", folder, "--no-sample");
  await first.sees("serving");
  const run = JSON.parse(await readFile(path.join(folder, "run.json"), "utf8"));
  expect(run).toMatchObject({
    pid: first.pid,
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    issuer: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    tenant: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(Object.keys(run.storage)).toContain("callbacks");

  const second = runStart("--data", folder, "--no-sample");
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`process ${String(first.pid)}, is using`);

  first.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(await exists("run.json")).toBe(false);
}, 60_000);
