import { mkdir } from "node:fs/promises";
import process from "node:process";
import { openClock } from "../clock/kept-clock.ts";
import { FunctionsHost } from "../functions-host/functions-host.ts";
import type { HostLog } from "../functions-host/host-log.ts";
import { readHostJson } from "../functions-host/settings/host-json.ts";
import {
  addLocalSettings,
  type LocalSettings,
  readLocalSettings,
} from "../functions-host/settings/local-settings.ts";
import { Settings } from "../functions-host/settings/settings.ts";
import { FunctionApp } from "../functions-host/worker/function-app.ts";
import { type LocalStorage, openLocalStorage } from "../storage/local-storage.ts";
import { preferredPort } from "../preferred-port.ts";
import { storageLines } from "../storage/storage-lines.ts";
import { removeRunFile, writeRunFile } from "../storage/run-folder.ts";
import type { HostOptions } from "./host-options.ts";

const account = "runtime";
const developmentStorage = "UseDevelopmentStorage=true";

/** Starts storage and host for an app folder, and tells the folder of the run where they are. */
export async function startHost(
  options: HostOptions,
  log: HostLog,
): Promise<{ host: FunctionsHost; stop: () => Promise<void> }> {
  const local = await readLocalSettings(options.app);
  const storage = await openLocalStorage({ folder: options.data, accounts: [account], log });
  for (const line of storageLines(storage.accounts)) log("information", "start", line);
  try {
    // That of a host that was killed: whoever waits for this one must not read it.
    if (options.runFolder !== undefined) await removeRunFile(options.runFolder);
    return await serve(options, { local, storage, log });
  } catch (error) {
    await storage.stop();
    throw error;
  }
}

async function serve(
  options: HostOptions,
  parts: { local: LocalSettings; storage: LocalStorage; log: HostLog },
): Promise<{ host: FunctionsHost; stop: () => Promise<void> }> {
  const { local, storage, log } = parts;
  setEnvironment(local, storage);
  // Apps open files by paths relative to their own folder.
  process.chdir(options.app);
  const settings = new Settings(process.env, storage.accounts, local.ConnectionStrings);
  const hostJson = await readHostJson(options.app, settings);
  const app = await FunctionApp.load(options.app, { log });
  const clock = await openClock(options.data);
  const cors = local.Host.CORS;
  const host = await FunctionsHost.start({
    app,
    appFolder: options.app,
    hostJson,
    settings,
    clock,
    log,
    port: options.port ?? local.Host.LocalHttpPort ?? (await preferredPort(7071)),
    storageEvents: storage.events,
    messageLeaseSeconds: options.messageLeaseSeconds,
    ...(cors === undefined
      ? {}
      : { cors: { origins: cors, credentials: local.Host.CORSCredentials } }),
  });
  const { runFolder } = options;
  if (runFolder !== undefined) await tellWhereItRuns(runFolder, host, storage);
  return {
    host,
    stop: async () => {
      await host.stop();
      clock.close();
      if (runFolder !== undefined) await removeRunFile(runFolder);
      await storage.stop();
    },
  };
}

// The app reads its environment too, so it must find the storage there under the real address.
function setEnvironment(local: LocalSettings, storage: LocalStorage): void {
  addLocalSettings(local.Values, process.env);
  process.env["AzureWebJobsStorage"] ||= developmentStorage;
  process.env["AZURE_FUNCTIONS_ENVIRONMENT"] ||= "Development";
  for (const [name, value] of Object.entries(process.env)) {
    if (value === developmentStorage) process.env[name] = storage.accounts.get(account);
  }
}

async function tellWhereItRuns(
  folder: string,
  host: FunctionsHost,
  storage: LocalStorage,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeRunFile(folder, {
    pid: process.pid,
    url: host.url,
    storage: Object.fromEntries(storage.accounts),
    durable: host.durableUrl,
    masterKey: host.masterKey,
  });
}
