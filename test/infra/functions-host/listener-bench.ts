import { MovableClock } from "../../../infra/local/clock/clock.ts";
import type {
  InvokeFunction,
  ListenerContext,
  RetryContext,
} from "../../../infra/local/functions-host/listener.ts";
import { parseHostJson } from "../../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../../infra/local/functions-host/settings/settings.ts";
import type { TypedData } from "../../../infra/local/functions-host/worker/invocation.ts";
import type { LocalStorage } from "../../../infra/local/storage/local-storage.ts";

/** One call of the function under the listener. */
interface Call {
  data: TypedData;
  metadata: Record<string, TypedData>;
  retryContext: RetryContext | undefined;
  at: Date;
}

interface BenchOptions {
  name?: string;
  trigger: Record<string, unknown>;
  storage: LocalStorage;
  startAt?: Date;
  env?: Record<string, string>;
  extensions?: object;
  retryOptions?: unknown;
  withEvents?: boolean;
  handler?: (call: Call) => Promise<void> | void;
}

/** A listener's surroundings, with a function that notes its calls. */
export function listenerBench(options: BenchOptions) {
  const { storage, name = "worked", handler = () => undefined } = options;
  const calls: Call[] = [];
  const logs: string[] = [];
  const clock = new MovableClock(options.startAt);
  const settings = new Settings({
    AzureWebJobsStorage: storage.accounts.get("runtime") ?? "",
    ...options.env,
  });
  const trigger = {
    name: "trigger",
    type: "trigger",
    direction: "in",
    ...options.trigger,
  } as const;
  const invoke: InvokeFunction = async (_name, inputData, metadata = {}, retryContext) => {
    const call = { data: inputData[0]?.data ?? {}, metadata, retryContext, at: clock.now() };
    calls.push(call);
    await handler(call);
  };
  const context: ListenerContext = {
    fn: { name, bindings: { trigger }, trigger, retryOptions: options.retryOptions },
    settings,
    hostJson: parseHostJson({ version: "2.0", extensions: options.extensions ?? {} }, settings),
    clock,
    log: (level, category, message) => logs.push(`${level} ${category} ${message}`),
    invoke,
    ...(options.withEvents !== false && { storageEvents: storage.events }),
  };
  return { context, clock, calls, logs };
}
