import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readRunFile } from "../../../../infra/local/storage/run-folder.ts";

const root = join(import.meta.dirname, "../../../..");
let data: string;
let host: ChildProcess;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "by-address-"));
  const app = join(root, "test/conformance/app");
  const options = ["--app", app, "--in-memory", "--data", data, "--port", "0"];
  host = spawn(process.execPath, [join(root, "infra/local/host.ts"), ...options]);
  const listens = new Promise<void>((resolve) => {
    host.stdout!.on("data", (chunk: Buffer) => {
      if (chunk.includes("durable functions on")) resolve();
    });
  });
  await Promise.race([listens, once(host, "exit")]);
});
afterEach(async () => {
  host.kill("SIGTERM");
  if (host.exitCode === null) await once(host, "exit");
  await rm(data, { recursive: true, force: true });
});

it("the conformance cases run against a host of which only the address is known", async () => {
  let run: any;
  while (!run) run = await readRunFile(data);
  const target = ["--url", run.url, "--code", run.masterKey, "--storage", run.storage.runtime];
  const script = join(root, "test/conformance/run.ts");

  const cases = spawn(process.execPath, [script, ...target, "host/queues", "host/auth"], {
    env: { ...process.env, NO_COLOR: "1" },
  });

  const said = await text(cases.stdout);
  expect(said).toMatch(/Test Files +2 passed/);
}, 60_000);
