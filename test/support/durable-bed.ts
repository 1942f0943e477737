import { setTimeout as sleep } from "node:timers/promises";
import { MovableClock } from "../../infra/local/clock/clock.ts";
import type {
  DurableApp,
  EngineOptions,
} from "../../infra/local/durable/engine/engine-settings.ts";
import { DurableExtension, type DurableResponse } from "../../infra/local/durable/extension.ts";
import { MemoryStore } from "../../infra/local/durable/store/memory-store.ts";
import { FunctionApp } from "../../infra/local/functions-host/worker/function-app.ts";

let loaded: Promise<FunctionApp> | undefined;

/** The sample functions, which can be registered once in a process. */
export async function sampleApp(): Promise<FunctionApp> {
  loaded ??= FunctionApp.fromRegistrations(
    async () => {
      await import("../conformance/app/orchestrations.ts");
    },
    { log: () => undefined },
  );
  return await loaded;
}

/** A started durable extension that is spoken to without HTTP. */
export interface DurableBed {
  extension: DurableExtension;
  clock: MovableClock;
  warnings: string[];
  send(method: string, path: string, body?: unknown): Promise<DurableResponse>;
  start(name: string, id: string, input?: unknown): Promise<void>;
  raise(id: string, event: string, data: unknown): Promise<void>;
  status(id: string): Promise<Record<string, any>>;
  /** The status once the instance is at its end. */
  end(id: string): Promise<Record<string, any>>;
  stop(): Promise<void>;
}

/** Starts an extension on a store of its own unless one is given. */
export async function durableBed(
  options: Partial<EngineOptions> & { app?: DurableApp } = {},
): Promise<DurableBed> {
  const clock = (options.clock as MovableClock | undefined) ?? new MovableClock();
  const warnings: string[] = [];
  const extension = new DurableExtension({
    app: await sampleApp(),
    store: new MemoryStore(),
    log: (level, category, message) => {
      if (level === "warning") warnings.push(`${category}: ${message}`);
    },
    hubName: "TestHub",
    ...options,
    clock,
  });
  clock.addQuiesce(() => extension.idle());
  await extension.start();
  const send: DurableBed["send"] = (method, path, body) => {
    const [resource = "", query] = path.split("?", 2);
    return extension.handle({
      method,
      path: resource,
      query: new URLSearchParams(query),
      headers: { "content-type": "application/json" },
      body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
      baseUrl: "http://host/runtime/webhooks/durabletask",
    });
  };
  const accept = async (path: string, body: unknown) => {
    const answer = await send("POST", path, body);
    if (answer.status !== 202) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  };
  const status: DurableBed["status"] = async (id) => {
    const { status: code, body } = await send("GET", `instances/${id}`);
    return body === "" ? { missing: code } : (JSON.parse(body) as Record<string, any>);
  };
  const end: DurableBed["end"] = async (id) => {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const seen = await status(id);
      if (!["Pending", "Running", "Suspended"].includes(seen["runtimeStatus"])) return seen;
      if (Date.now() > deadline) throw new Error(`${id} is still ${seen["runtimeStatus"]}`);
      await sleep(5);
    }
  };
  return {
    extension,
    clock,
    warnings,
    send,
    status,
    end,
    start: (name, id, input) => accept(`orchestrators/${name}/${id}`, input),
    raise: (id, event, data) => accept(`instances/${id}/raiseEvent/${event}`, data),
    stop: async () => {
      await extension.stop();
      clock.close();
    },
  };
}
