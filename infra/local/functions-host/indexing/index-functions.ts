import type { HostLog } from "../host-log.ts";
import type { Settings } from "../settings/settings.ts";
import type { Binding, RegisteredFunction } from "../worker/registered-function.ts";
import { isTrigger } from "../worker/registered-function.ts";

const durableTriggers = new Set(["orchestrationtrigger", "activitytrigger", "entitytrigger"]);
const extraInputTypes = new Set(["blob", "durableclient", "orchestrationclient"]);
const outputTypes = new Set(["http", "queue", "blob"]);

/** What becomes of the app's functions. */
export interface FunctionIndex {
  /** Sound and enabled, in the order of registration. */
  sound: RegisteredFunction[];
  /** Switched off by a setting. */
  disabled: ReadonlySet<string>;
}

/** Whether a function belongs to the durable extension. */
export function isDurable(fn: RegisteredFunction): boolean {
  return durableTriggers.has(fn.trigger.type.toLowerCase());
}

/** Whether a function belongs to the durable extension or speaks to it. */
export function needsDurable(fn: RegisteredFunction): boolean {
  const clients = ["durableclient", "orchestrationclient"];
  const types = Object.values(fn.bindings).map(({ type }) => type.toLowerCase());
  return isDurable(fn) || types.some((type) => clients.includes(type));
}

/**
 * Sorts the functions out: `prepare` builds what serves one and throws when it cannot be. A
 * function in error is reported and left out; the host goes on without it.
 */
export function indexFunctions(
  functions: Iterable<RegisteredFunction>,
  options: { settings: Settings; log: HostLog; prepare: (fn: RegisteredFunction) => void },
): FunctionIndex {
  const { settings, log, prepare } = options;
  const index = { sound: [] as RegisteredFunction[], disabled: new Set<string>() };
  for (const fn of functions) {
    if (isDisabled(fn.name, settings)) {
      index.disabled.add(fn.name);
      log("information", "Host.Startup", `Function '${fn.name}' is disabled.`);
      continue;
    }
    try {
      for (const binding of Object.values(fn.bindings)) checkBinding(binding, settings);
      prepare(fn);
      index.sound.push(fn);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log("error", "Host.Startup", `The '${fn.name}' function is in error: ${reason}`);
    }
  }
  return index;
}

function isDisabled(name: string, settings: Settings): boolean {
  const value = settings.get(`AzureWebJobs.${name}.Disabled`) ?? "";
  return ["true", "1"].includes(value.toLowerCase());
}

function checkBinding(binding: Binding, settings: Settings): void {
  if (isTrigger(binding)) return;
  const type = binding.type.toLowerCase();
  const known = binding.direction === "in" ? extraInputTypes : outputTypes;
  if (!known.has(type)) {
    throw new Error(`The binding type '${binding.type}' (${binding.direction}) is not supported.`);
  }
  for (const option of ["path", "queueName"]) {
    if (typeof binding[option] === "string") settings.resolve(binding[option]);
  }
  if (type === "blob" || type === "queue") {
    settings.connection(binding["connection"] as string | undefined, type);
  }
}
