import { MovableClock } from "../../infra/local/clock/clock.ts";
import { MemoryStore } from "../../infra/local/durable/store/memory-store.ts";
import { FunctionsHost } from "../../infra/local/functions-host/functions-host.ts";
import { readHostJson } from "../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../infra/local/functions-host/settings/settings.ts";
import {
  FunctionApp,
  type HostedApp,
} from "../../infra/local/functions-host/worker/function-app.ts";
import type { ConformanceTarget, TargetOptions, TargetProbe } from "./conformance-target.ts";

const scaledTimers = { shortTimerMs: 6000, longTimerChunkMs: 3000 };
const silent = () => undefined;
const appFolder = `${import.meta.dirname}/app`;
let loaded: Promise<FunctionApp> | undefined;

/** Our own host in this process, with the functions that need no storage. */
export async function startLocalTarget({ scaled }: TargetOptions): Promise<ConformanceTarget> {
  // Functions can be registered once in a process.
  loaded ??= FunctionApp.fromRegistrations(
    async () => {
      await import("./app/orchestrations.ts");
      await import("./app/http.ts");
      await import("./app/timers.ts");
    },
    { log: silent },
  );
  const { app, probe } = watched(await loaded);
  const clock = new MovableClock();
  const settings = new Settings({});
  const host = await FunctionsHost.start({
    app,
    appFolder,
    hostJson: await readHostJson(appFolder, settings),
    settings,
    clock,
    log: silent,
    durableStore: new MemoryStore(),
    ...(scaled && { durableTimers: scaledTimers }),
  });
  return {
    durableUrl: `${host.url}/runtime/webhooks/durabletask`,
    url: host.url,
    code: host.masterKey,
    rpcUrl: host.durableUrl,
    official: false,
    idPrefix: "",
    probe: {
      ...probe,
      history: async (id) =>
        (await host.durable.history(id)) as unknown as readonly Record<string, unknown>[],
    },
    stop: async () => {
      await host.stop();
      clock.close();
    },
  };
}

function watched(app: FunctionApp): { app: HostedApp; probe: Omit<TargetProbe, "history"> } {
  const runs = new Map<string, Record<string, number>>();
  const payloads = new Map<string, { count: number; last: string }>();
  const watch: HostedApp["invoke"] = async (name, call) => {
    const data = call.inputData[0]?.data.string ?? "";
    const instanceId = call.triggerMetadata?.["instanceId"]?.string;
    const type = app.functions.get(name.toLowerCase())?.trigger.type;
    if (type === "orchestrationTrigger") {
      const id = (JSON.parse(data) as { instanceId: string }).instanceId;
      payloads.set(id, { count: (payloads.get(id)?.count ?? 0) + 1, last: data });
    } else if (instanceId !== undefined) {
      const counts = runs.get(instanceId) ?? {};
      counts[name] = (counts[name] ?? 0) + 1;
      runs.set(instanceId, counts);
    }
    return await app.invoke(name, call);
  };
  return {
    app: {
      functions: app.functions,
      capabilities: app.capabilities,
      invoke: watch,
      terminate: () => app.terminate(),
    },
    probe: {
      activityRuns: (id) => runs.get(id) ?? {},
      episodes: (id) => payloads.get(id)?.count ?? 0,
      lastPayload: (id) => {
        const last = payloads.get(id)?.last;
        return last === undefined ? undefined : (JSON.parse(last) as Record<string, unknown>);
      },
    },
  };
}
