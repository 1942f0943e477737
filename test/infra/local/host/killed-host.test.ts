import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readRunFile } from "../../../../infra/local/storage/run-folder.ts";

const root = join(import.meta.dirname, "../../../..");
let folder: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "killed-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "main": "index.js" }');
  await writeFile(join(folder, "host.json"), '{ "version": "2.0" }');
  // In its first life the app never comes to an end with anything.
  await writeFile(
    join(folder, "index.js"),
    `const { app } = require("@azure/functions");
     const { appendFile } = require("node:fs/promises");
     const work = (kind) => async (data) => {
       await appendFile(${JSON.stringify(join(folder, "seen"))}, kind + " " + process.env.LIFE + "\\n");
       if (process.env.LIFE === "first") await new Promise(() => undefined);
     };
     app.storageQueue("letters", { queueName: "letters", connection: "", handler: work("letter") });
     if (require("node:fs").existsSync("data/run.json")) throw new Error("an old run.json is there");
     app.storageBlob("parcels", { path: "parcels/{name}", connection: "", handler: work("parcel") });`,
  );
});
afterEach(async () => {
  await end("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** A host like that of the command, but with leases of a second. */
async function live(life: "first" | "second"): Promise<Record<string, any>> {
  const options = { app: folder, data: join(folder, "data"), runFolder: join(folder, "data") };
  const script = `
    const { startHost } = await import(${JSON.stringify(join(root, "infra/local/host/start-host.ts"))});
    const options = ${JSON.stringify({ ...options, port: 0, messageLeaseSeconds: 1 })};
    const { stop } = await startHost(options, () => undefined);
    process.on("SIGTERM", () => void stop().then(() => process.exit()));
    console.log("up");`;
  running = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, LIFE: life },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(running.stdout!, "data");
  return (await readRunFile(options.runFolder)) as Record<string, any>;
}

async function end(signal: NodeJS.Signals) {
  if (running?.exitCode !== null || running.signalCode !== null) return;
  running.kill(signal);
  await once(running, "exit");
}

async function untilSeen(...lines: string[]) {
  await vi.waitFor(
    async () => {
      const seen = await readFile(join(folder, "seen"), "utf8");
      expect(seen.trim().split("\n").sort()).toEqual(lines);
    },
    { timeout: 15_000, interval: 50 },
  );
}

it("what a killed host had in work is worked off by the next one", async () => {
  const { storage } = await live("first");
  const queue = QueueServiceClient.fromConnectionString(storage.runtime).getQueueClient("letters");
  const parcels = BlobServiceClient.fromConnectionString(storage.runtime);
  await queue.create();
  await queue.sendMessage(btoa("a letter"));
  const { containerClient } = await parcels.createContainer("parcels");
  await containerClient.getBlockBlobClient("one").upload("a parcel", 8);
  await untilSeen("letter first", "parcel first");
  await end("SIGKILL");

  await live("second");

  await untilSeen("letter first", "letter second", "parcel first", "parcel second");
  await end("SIGTERM");
  expect(await readRunFile(join(folder, "data"))).toBeUndefined();
}, 40_000);
