import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import type { HostLog } from "../functions-host/host-log.ts";
import { connectionString } from "./connection-string.ts";
import { KeeperConnection } from "./keeper/keeper-connection.ts";
import type { RequestCounts } from "./keeper/keeper-messages.ts";
import { startKeeper } from "./keeper/keeper-process.ts";
import { settleWhenNeeded } from "./settling.ts";
import { StorageEventSource, type StorageEvents } from "./storage-events.ts";
import { readStorageFile } from "./storage-file.ts";

/** Blob, queue and table storage on this machine. */
export interface LocalStorage {
  /** Account name to connection string. */
  accounts: ReadonlyMap<string, string>;
  events: StorageEvents;
  /** Requests answered since the storage was opened. */
  transactions(): RequestCounts;
  /** Saves everything and ends the storage's process. */
  stop(): Promise<void>;
}

export interface LocalStorageOptions {
  /** Undefined keeps everything in memory. */
  folder: string | undefined;
  accounts: readonly string[];
  log: HostLog;
  /** How long the storage outlives a host that is killed; 10 s by default. */
  lingerMs?: number;
}

const attempts = 200;
const pauseMs = 100;
const killAfterMs = 30_000;

/** Starts the storage, or takes it over from a host that was killed a moment ago. */
export async function openLocalStorage(options: LocalStorageOptions): Promise<LocalStorage> {
  const folder = options.folder === undefined ? undefined : resolve(options.folder);
  const events = new StorageEventSource();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const connection =
      (await adopt(folder, events)) ?? (await start({ ...options, folder }, events));
    if (!connection) await delay(pauseMs);
    else if (lacksAccounts(connection, options.accounts)) await connection.end();
    else return storageOver(connection, events, options.log);
  }
  throw new Error(`The storage in ${String(folder)} is neither free nor in anybody's use.`);
}

async function adopt(
  folder: string | undefined,
  events: StorageEventSource,
): Promise<KeeperConnection | undefined> {
  const address = folder === undefined ? undefined : (await readStorageFile(folder)).keeper;
  const knock = address && (await KeeperConnection.knock(address, events));
  if (!knock || knock === "gone") return undefined;
  if ("refused" in knock) {
    throw new Error(`Another Offerpress, process ${knock.refused}, is using ${String(folder)}.`);
  }
  return knock;
}

async function start(
  { folder, accounts, lingerMs = 10_000 }: LocalStorageOptions,
  events: StorageEventSource,
): Promise<KeeperConnection | undefined> {
  const started = await startKeeper({
    ...(folder !== undefined && { folder }),
    accounts,
    token: randomBytes(24).toString("hex"),
    // Nothing of a storage in memory is worth waiting with.
    lingerMs: folder === undefined ? 0 : lingerMs,
  });
  if (started === "locked") return undefined;
  const knock = await KeeperConnection.knock(started.address, events);
  if (knock === "gone") throw new Error(`The storage did not start: ${await started.ended}`);
  return "refused" in knock ? undefined : knock;
}

function lacksAccounts(connection: KeeperConnection, accounts: readonly string[]): boolean {
  return accounts.some((account) => !(account in connection.welcome.keys));
}

function storageOver(
  connection: KeeperConnection,
  events: StorageEventSource,
  log: HostLog,
): LocalStorage {
  const { keys, ports, counts: before } = connection.welcome;
  let stopping = false;
  events.settle = settleWhenNeeded(() => connection.ping());
  void connection.closed.then(() => {
    if (!stopping) log("critical", "Host.Storage", "The storage's process has died.");
  });
  return {
    accounts: new Map(
      Object.entries(keys).map(([name, key]) => [name, connectionString(name, key, ports)]),
    ),
    events,
    transactions: () => ({
      blob: connection.counts.blob - before.blob,
      queue: connection.counts.queue - before.queue,
      table: connection.counts.table - before.table,
    }),
    stop: async () => {
      stopping = true;
      const limit = setTimeout(() => process.kill(connection.pid, "SIGKILL"), killAfterMs);
      await connection.end();
      clearTimeout(limit);
    },
  };
}
