import type { Clock } from "../../clock/clock.ts";
import type { HostLog } from "../../functions-host/host-log.ts";
import type {
  Invocation,
  InvocationAnswer,
  RegisteredFunction,
} from "../../functions-host/worker/function-app.ts";
import type { InstanceStore } from "../store/instance-store.ts";

/** The part of the function app the engine needs. */
export interface DurableApp {
  /** Keyed by lower-case name. */
  functions: ReadonlyMap<string, RegisteredFunction>;
  invoke(name: string, call: Invocation): Promise<InvocationAnswer>;
}

type VersionMatchStrategy = "None" | "Strict" | "CurrentOrOlder";

export interface EngineSettings {
  app: DurableApp;
  store: InstanceStore;
  clock: Clock;
  log: HostLog;
  strict: boolean;
  shortTimerMs: number;
  longTimerChunkMs: number;
  defaultVersion: string | null;
  versionMatchStrategy: VersionMatchStrategy;
  versionFailureStrategy: "Reject" | "Fail";
  maxConcurrentActivities: number;
  maxConcurrentOrchestrators: number;
  maxPayloadBytes: number;
  doubleReplay: boolean;
}

const dayMs = 86_400_000;
const slotsPerCore = 10;

type Needed = "app" | "store" | "clock" | "log";

/** What must be given, and what may be; an absent value means what Azure would use. */
export type EngineOptions = Pick<EngineSettings, Needed> & {
  [Name in Exclude<keyof EngineSettings, Needed>]?: EngineSettings[Name] | undefined;
};

/** Fills in what Azure would use. */
export function engineSettings(options: EngineOptions, cores: number): EngineSettings {
  return {
    app: options.app,
    store: options.store,
    clock: options.clock,
    log: options.log,
    ...timing(options),
    ...versioning(options),
    strict: options.strict ?? false,
    maxConcurrentActivities: options.maxConcurrentActivities ?? slotsPerCore * cores,
    maxConcurrentOrchestrators: options.maxConcurrentOrchestrators ?? slotsPerCore * cores,
    maxPayloadBytes: options.maxPayloadBytes ?? 256 * 1024,
    doubleReplay: options.doubleReplay ?? false,
  };
}

function timing({ shortTimerMs, longTimerChunkMs }: EngineOptions) {
  return {
    shortTimerMs: shortTimerMs ?? 6 * dayMs,
    longTimerChunkMs: longTimerChunkMs ?? 3 * dayMs,
  };
}

function versioning(options: EngineOptions) {
  return {
    defaultVersion: options.defaultVersion ?? null,
    versionMatchStrategy: options.versionMatchStrategy ?? "None",
    versionFailureStrategy: options.versionFailureStrategy ?? "Reject",
  };
}
