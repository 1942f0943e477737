import type { MovableClock } from "../clock/clock.ts";
import type { InstanceStore } from "../durable/store/instance-store.ts";
import type { StorageEvents } from "../storage/storage-events.ts";
import type { DurableTimers } from "./durable-service.ts";
import type { HostLog } from "./host-log.ts";
import type { CorsOptions } from "./http/cors.ts";
import type { HostKeys } from "./http/keys/host-keys.ts";
import type { HostJson } from "./settings/host-json.ts";
import type { Settings } from "./settings/settings.ts";
import type { HostedApp } from "./worker/function-app.ts";

/** What a local functions host needs, and what may be said of it. */
export interface FunctionsHostOptions {
  app: HostedApp;
  appFolder: string;
  hostJson: HostJson;
  settings: Settings;
  clock: MovableClock;
  log: HostLog;
  /** 127.0.0.1 and a free port by default. */
  hostname?: string;
  port?: number;
  /** False opens every door, as Core Tools do. */
  requireKeys?: boolean;
  /** Kept in the host's storage by default. */
  keys?: HostKeys;
  cors?: CorsOptions;
  /** Lets triggers know at once of what is written to the local storage. */
  storageEvents?: StorageEvents;
  messageLeaseSeconds?: number;
  blobScanIntervalMs?: number;
  /** Tables of AzureWebJobsStorage by default. */
  durableStore?: InstanceStore;
  /** Runs each episode twice, and fails instances at the known replay hazards at once. */
  strict?: boolean;
  /** Official lengths by default; tests shrink them. */
  durableTimers?: DurableTimers;
}
