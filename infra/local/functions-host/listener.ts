import type { Clock } from "../clock/clock.ts";
import type { StorageEvents } from "../storage/storage-events.ts";
import type { HostLog } from "./host-log.ts";
import type { HostJson } from "./settings/host-json.ts";
import type { Settings } from "./settings/settings.ts";
import type { Invocation, TypedData } from "./worker/invocation.ts";
import type { RegisteredFunction } from "./worker/registered-function.ts";

/** What a listener gets from the host. */
export interface ListenerContext {
  fn: RegisteredFunction;
  settings: Settings;
  hostJson: HostJson;
  clock: Clock;
  log: HostLog;
  invoke: InvokeFunction;
  /** Makes what is written to the local storage known at once; without it only polling does. */
  storageEvents?: StorageEvents;
  /** How long a killed host keeps its messages from the next one; 10 minutes, as on Azure. */
  messageLeaseSeconds?: number;
}

/** Runs a function with its other inputs added, and writes its outputs; throws what it threw. */
export type InvokeFunction = (
  name: string,
  inputData: Invocation["inputData"],
  triggerMetadata?: Record<string, TypedData>,
  retryContext?: RetryContext,
) => Promise<void>;

/** What a function is told about its retries. */
export interface RetryContext {
  retryCount: number;
  maxRetryCount: number;
  exception: { message: string; source: string; stackTrace: string };
}

/** Starts a function when its trigger has something for it. */
export interface Listener {
  start(): Promise<void>;
  /** Takes nothing new and waits for what is running. */
  stop(): Promise<void>;
  /** Resolves when nothing is running or known to be waiting. */
  idle(): Promise<void>;
}
