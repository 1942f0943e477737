import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { build } from "../build/bundle.ts";
import { accounts, accountString, appSettings } from "./app-settings.ts";
import type { MovableClock } from "./clock/clock.ts";
import { openClock } from "./clock/kept-clock.ts";
import { FunctionsHost } from "./functions-host/functions-host.ts";
import type { HostLog } from "./functions-host/host-log.ts";
import { readHostJson } from "./functions-host/settings/host-json.ts";
import { Settings } from "./functions-host/settings/settings.ts";
import { FunctionApp } from "./functions-host/worker/function-app.ts";
import { DirectoryClient } from "./identity/client/directory-client.ts";
import { LocalTokens } from "./identity/client/local-tokens.ts";
import { samplePublishers, tenantId } from "./identity/directory/sample-directory.ts";
import { type LocalIssuer, startLocalIssuer } from "./identity/local-issuer.ts";
import { openLocalStorage, type LocalStorage } from "./storage/local-storage.ts";
import { removeRunFile, writeRunFile } from "./storage/run-folder.ts";

export interface LocalAppOptions {
  /** Undefined keeps everything in memory. */
  folder: string | undefined;
  port: number;
  process: "2018-01" | "2018-12";
  log: HostLog;
  /** Of the identity provider, if it is free; any free one unless said otherwise. */
  issuerPort?: number;
  /** Replay hazards fail at once instead of as late as on Azure. */
  strict?: boolean;
}

/** Offerpress, whole, on this machine. */
export interface LocalApp {
  readonly url: string;
  readonly issuer: LocalIssuer;
  readonly tokens: LocalTokens;
  readonly host: FunctionsHost;
  readonly storage: LocalStorage;
  readonly clock: MovableClock;
  /** Milliseconds: storage up, and ready after that. */
  readonly took: { storage: number; host: number };
  /** The connection string of one of the app's accounts. */
  accountString(account: (typeof accounts)[number]): string;
  stop(): Promise<void>;
}

/** Short, and renewed while a function runs: a message that a killed host held comes back soon. */
const messageLeaseSeconds = 30;
const root = path.resolve(import.meta.dirname, "../..");

/** Builds the bundle, starts the storage, and runs the one on the other. */
export async function startLocalApp(options: LocalAppOptions): Promise<LocalApp> {
  const begun = performance.now();
  const { folder, issuerPort = 0 } = options;
  const [storage] = await Promise.all([
    openLocalStorage({ folder, accounts, log: options.log }),
    build(),
  ]);
  // After the storage, which holds the lock on the folder.
  const issuer = await startLocalIssuer({ folder, port: issuerPort }).catch(
    async (error: unknown) => {
      await storage.stop();
      throw error;
    },
  );
  const stored = performance.now();
  try {
    // That of a host that was killed: whoever waits for this one must not read it.
    if (folder !== undefined) await removeRunFile(folder);
    const times = { storage: stored - begun, since: stored };
    return await run(options, storage, issuer, times);
  } catch (error) {
    await issuer.stop();
    await storage.stop();
    throw error;
  }
}

async function run(
  options: LocalAppOptions,
  storage: LocalStorage,
  issuer: LocalIssuer,
  times: { storage: number; since: number },
): Promise<LocalApp> {
  Object.assign(process.env, appSettings(storage.accounts, options.process, issuer.issuers));
  const settings = new Settings(process.env, storage.accounts);
  const hostJson = await readHostJson(root, settings);
  const clock = await openClock(options.folder);
  const app = await FunctionApp.load(root, { log: options.log });
  const host = await FunctionsHost.start({
    app,
    appFolder: root,
    hostJson,
    settings,
    clock,
    log: options.log,
    port: options.port,
    storageEvents: storage.events,
    strict: options.strict ?? false,
    messageLeaseSeconds,
  });
  const { folder } = options;
  const tokens = new LocalTokens(issuer.url);
  const directory = new DirectoryClient(host.url, tokens);
  await Promise.all(samplePublishers.map((publisherId) => directory.ensurePublisher(publisherId)))
    // Whoever finds run.json finds them, too; without them this is no start.
    .catch(async (error: unknown) => {
      await host.stop();
      clock.close();
      throw error;
    });
  if (folder !== undefined)
    await writeRunFile(folder, {
      pid: process.pid,
      url: host.url,
      issuer: issuer.url,
      tenant: tenantId,
      storage: Object.fromEntries(storage.accounts),
      durable: host.durableUrl,
      masterKey: host.masterKey,
    });
  return {
    url: host.url,
    issuer,
    tokens,
    host,
    storage,
    clock,
    took: { storage: times.storage, host: performance.now() - times.since },
    accountString: (account) => accountString(storage.accounts, account),
    async stop() {
      await host.stop();
      clock.close();
      await issuer.stop();
      if (folder !== undefined) await removeRunFile(folder);
      await storage.stop();
    },
  };
}
