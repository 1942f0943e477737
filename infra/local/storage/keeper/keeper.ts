/**
 * The process that keeps the storage: Azurite with a door for one host. It outlives a host that
 * is killed, so that nothing written is lost, and ends by itself when no successor comes.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { json } from "node:stream/consumers";

import { runAzurite } from "./azurite.ts";
import { KeeperDoor } from "./keeper-door.ts";
import type { KeeperOrder, KeeperStart } from "./keeper-messages.ts";
import { readStorageFile, writeStorageFile, type StorageFile } from "../storage-file.ts";

// Azurite closes within a second or two unless a client never ends its request.
const closeLimitMs = 25_000;

const print = (start: KeeperStart): boolean => process.stdout.write(`${JSON.stringify(start)}\n`);

// A host that died no longer reads what is printed.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

const order = (await json(process.stdin)) as KeeperOrder;
const lock = order.folder === undefined ? undefined : lockFolder(order.folder);
if (lock === "taken") print({ locked: true });
else await keep(order);

async function keep({ folder, accounts, token, lingerMs }: KeeperOrder): Promise<void> {
  const remembered: StorageFile =
    folder === undefined ? { keys: {} } : await readStorageFile(folder);
  const keys = { ...remembered.keys };
  for (const account of accounts) keys[account] ??= randomBytes(64).toString("base64");

  const ready = Promise.withResolvers<undefined>();
  const stop = (): void => {
    if (folder === undefined) process.exit(0);
    setTimeout(() => process.exit(1), closeLimitMs);
    // Only a started Azurite has a handler that saves everything first.
    void ready.promise.then(() => process.kill(process.pid, "SIGTERM"));
  };
  const door = new KeeperDoor({ token, lingerMs, stop });
  const port = await door.listen();
  const file: StorageFile = { ...remembered, keys, keeper: { pid: process.pid, port, token } };
  if (folder !== undefined) await writeStorageFile(folder, file);
  print({ port });

  const ports = await runAzurite({
    keys,
    ...(folder !== undefined && { location: join(folder, "azurite") }),
    ...(remembered.ports && { ports: remembered.ports }),
    onRequest: (request) => {
      door.report(request);
    },
    onClosed: () => process.exit(0),
  });
  if (folder !== undefined) await writeStorageFile(folder, { ...file, ports });
  // Azurite listens for SIGTERM one turn after its last port has opened.
  setImmediate(() => {
    ready.resolve(undefined);
  });
  door.open({ ports, keys });
}

/** A lock of the operating system: it ends with the process, however that ends. */
function lockFolder(folder: string): DatabaseSync | "taken" {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "storage.lock"));
  try {
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return "taken";
    throw error;
  }
}
