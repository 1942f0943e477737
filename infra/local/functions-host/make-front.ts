import type { MovableClock } from "../clock/clock.ts";
import type { DurableService } from "./durable-service.ts";
import { hostId } from "./host-id.ts";
import type { HostLog } from "./host-log.ts";
import { AdminApi, type AdminApiOptions } from "./http/admin/admin-api.ts";
import type { CorsOptions } from "./http/cors.ts";
import { Front } from "./http/front.ts";
import { FunctionFront } from "./http/function-front.ts";
import type { HostKeys } from "./http/keys/host-keys.ts";
import { Webhooks } from "./http/webhooks.ts";
import type { FunctionIndex } from "./indexing/index-functions.ts";
import type { Triggers } from "./indexing/triggers.ts";
import type { Invoker } from "./invocations/invoker.ts";
import type { HostJson } from "./settings/host-json.ts";
import type { Settings } from "./settings/settings.ts";
import type { HostedApp } from "./worker/function-app.ts";

interface FrontOptions {
  app: HostedApp;
  settings: Settings;
  hostJson: HostJson;
  clock: MovableClock;
  log: HostLog;
  cors?: CorsOptions;
  keys: HostKeys;
  requireKeys: boolean;
  index: FunctionIndex;
  triggers: Triggers;
  invoker: Invoker;
  durable: () => DurableService | undefined;
  startManually: AdminApiOptions["startManually"];
}

const defaultBodyLimit = 104_857_600;

/** Puts the doors of the public address together. */
export function makeFront(options: FrontOptions): Front {
  const { app, settings, log, clock, index, keys, requireKeys, durable, triggers } = options;
  return new Front({
    log,
    cors: options.cors,
    isHomePageDisabled: settings.get("AzureWebJobsDisableHomepage")?.toLowerCase() === "true",
    functions: functionFront(options),
    admin: new AdminApi({
      keys,
      requireKeys,
      hostId: hostId(settings),
      functions: app.functions,
      isDisabled: (name) => index.disabled.has(name),
      clock,
      startManually: options.startManually,
    }),
    webhooks: new Webhooks({
      keys,
      requireKeys,
      durable: async (request) =>
        (await durable()?.handle(request)) ?? { status: 404, headers: {}, body: "" },
      eventGrid: triggers.eventGrid,
    }),
  });
}

function functionFront(options: FrontOptions): FunctionFront {
  const { app, settings, hostJson, keys, requireKeys, triggers, invoker, log } = options;
  return new FunctionFront({
    functions: triggers.http,
    keys,
    requireKeys,
    http: hostJson.extensions.http,
    bodyLimit: Number(settings.get("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT") ?? defaultBodyLimit),
    httpUri: app.capabilities["HttpUri"],
    log,
    invoke: async (fn, { data, signal, ...call }) => {
      const inputData = [{ name: fn.trigger.name, data }];
      return await invoker.run(fn, { ...call, inputData }, signal);
    },
  });
}
