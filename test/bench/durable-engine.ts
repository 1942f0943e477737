import { MovableClock } from "../../infra/local/clock/clock.ts";
import { DurableExtension } from "../../infra/local/durable/extension.ts";
import type { InstanceStore } from "../../infra/local/durable/store/instance-store.ts";
import { FunctionApp } from "../../infra/local/functions-host/worker/function-app.ts";

let app: Promise<FunctionApp> | undefined;

/** The sample orchestrations on one store, without HTTP between. */
export interface BenchEngine {
  start(orchestration: string, id: string, input: object): Promise<void>;
  raise(id: string, event: string, data: object): Promise<void>;
  idle(): Promise<void>;
  statusOf(id: string): Promise<string>;
  stop(): Promise<void>;
}

export async function engineOn(store: InstanceStore): Promise<BenchEngine> {
  app ??= FunctionApp.fromRegistrations(
    async () => {
      await import("../conformance/app/orchestrations.ts");
    },
    { log: () => undefined },
  );
  const clock = new MovableClock();
  const extension = new DurableExtension({
    app: await app,
    store,
    clock,
    log: () => undefined,
    hubName: "Bench",
  });
  await extension.start();
  const call = (method: string, path: string, body?: object) =>
    extension.handle({
      method,
      path,
      query: new URLSearchParams(),
      headers: { "content-type": "application/json" },
      body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
      baseUrl: "http://bench/runtime/webhooks/durabletask",
    });
  const accepted = async (answer: Promise<{ status: number; body: string }>): Promise<void> => {
    const { status, body } = await answer;
    if (status !== 202) throw new Error(`${String(status)} ${body}`);
  };
  return {
    start: (orchestration, id, input) =>
      accepted(call("POST", `orchestrators/${orchestration}/${id}`, input)),
    raise: (id, event, data) => accepted(call("POST", `instances/${id}/raiseEvent/${event}`, data)),
    idle: () => extension.idle(),
    async statusOf(id) {
      const { body } = await call("GET", `instances/${id}`);
      return (JSON.parse(body) as { runtimeStatus: string }).runtimeStatus;
    },
    async stop() {
      await extension.stop();
      clock.close();
    },
  };
}
