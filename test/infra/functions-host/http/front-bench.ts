import { connect } from "node:net";
import { MovableClock } from "../../../../infra/local/clock/clock.ts";
import { AdminApi } from "../../../../infra/local/functions-host/http/admin/admin-api.ts";
import type { CorsOptions } from "../../../../infra/local/functions-host/http/cors.ts";
import { Front } from "../../../../infra/local/functions-host/http/front.ts";
import {
  FunctionFront,
  type InvokeHttp,
} from "../../../../infra/local/functions-host/http/function-front.ts";
import { httpFunction } from "../../../../infra/local/functions-host/http/http-function.ts";
import { HttpServer } from "../../../../infra/local/functions-host/http/http-server.ts";
import { makeHostKeys } from "../../../../infra/local/functions-host/http/keys/host-keys.ts";
import { Webhooks } from "../../../../infra/local/functions-host/http/webhooks.ts";
import { parseHostJson } from "../../../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../../../infra/local/functions-host/settings/settings.ts";
import type { RegisteredFunction } from "../../../../infra/local/functions-host/worker/function-app.ts";
import { recordLog } from "../record-log.ts";

interface BenchFunction {
  name: string;
  route?: string;
  methods?: string[];
  authLevel?: string;
}

interface BenchOptions {
  functions?: BenchFunction[];
  others?: RegisteredFunction[];
  http?: object;
  httpUri?: string;
  bodyLimit?: number;
  requireKeys?: boolean;
  cors?: CorsOptions;
  invoke?: InvokeHttp;
  durable?: (request: any) => Promise<any>;
  eventGrid?: (request: any) => Promise<any>;
}

const ok = (body: string) => ({
  returnValue: { http: { statusCode: "200", headers: {}, body: { bytes: Buffer.from(body) } } },
  outputData: [],
});

/** The real front on a free port, with functions that only tell who they are. */
export async function startFront(options: BenchOptions) {
  const { log, lines } = recordLog();
  const extensions = { http: options.http ?? {} };
  const hostJson = parseHostJson({ version: "2.0", extensions }, new Settings({}));
  const { http } = hostJson.extensions;
  const functions = (options.functions ?? []).map((one) =>
    httpFunction(registered(one), http.routePrefix),
  );
  const keys = makeHostKeys(functions.map(({ fn }) => fn.name));
  const { requireKeys = true, durable = notThere, eventGrid = notThere } = options;
  const clock = new MovableClock();
  const started: { name: string; input: string }[] = [];
  const all = [...functions.map(({ fn }) => fn), ...(options.others ?? [])];
  const front = new Front({
    log,
    cors: options.cors,
    isHomePageDisabled: false,
    webhooks: new Webhooks({ keys, requireKeys, durable, eventGrid }),
    admin: new AdminApi({
      hostId: "bench",
      functions: new Map(all.map((fn) => [fn.name.toLowerCase(), fn])),
      isDisabled: () => false,
      keys,
      requireKeys,
      clock,
      startManually: (fn, input) => started.push({ name: fn.name, input }),
    }),
    functions: new FunctionFront({
      functions,
      keys,
      requireKeys,
      http,
      bodyLimit: options.bodyLimit ?? 1000,
      httpUri: options.httpUri,
      log,
      invoke: options.invoke ?? (async (fn) => Promise.resolve(ok(fn.name))),
    }),
  });
  const server = await HttpServer.listen(front.handle, { hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  const stop = async () => {
    await server.close();
    clock.close();
  };
  return { url, port: server.port, keys, clock, started, lines, stop };
}

function registered({ name, authLevel = "anonymous", ...rest }: BenchFunction): RegisteredFunction {
  const trigger = {
    name: "req",
    type: "httpTrigger",
    direction: "in",
    authLevel,
    ...rest,
  } as const;
  return { name, bindings: { req: trigger }, trigger };
}

const notThere = () => Promise.resolve({ status: 404, headers: {}, body: "" });

/** Sends exactly these bytes and gives the whole answer as text. */
export async function sendRaw(port: number, text: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("end", () => {
      resolve(answer);
    });
    socket.on("error", reject);
    socket.end(text, "latin1");
  });
}
