import type { Clock } from "../clock/clock.ts";
import { DurableExtension, type DurableResponse } from "../durable/extension.ts";
import type { InstanceStore } from "../durable/store/instance-store.ts";
import { TableStore } from "../durable/store/table-store.ts";
import type { HostLog } from "./host-log.ts";
import { Exchange } from "./http/exchange.ts";
import { HttpServer } from "./http/http-server.ts";
import { askDurable } from "./http/webhooks.ts";
import type { HostJson } from "./settings/host-json.ts";
import type { Settings } from "./settings/settings.ts";
import type { Invocation, InvocationAnswer } from "./worker/invocation.ts";
import type { RegisteredFunction } from "./worker/registered-function.ts";

/** Up to which length a timer is one timer, and how long the parts of longer ones are. */
export interface DurableTimers {
  shortTimerMs: number;
  longTimerChunkMs: number;
}

export interface DurableServiceOptions {
  functions: readonly RegisteredFunction[];
  invoke: (fn: RegisteredFunction, call: Invocation) => Promise<InvocationAnswer>;
  hostJson: HostJson;
  settings: Settings;
  clock: Clock;
  log: HostLog;
  store: InstanceStore | undefined;
  strict: boolean;
  durableTimers?: DurableTimers;
  /** Of the management API with keys, and the key. */
  publicBase: string;
  code: string;
}

const loopback = "127.0.0.1";
const rpcPath = "/durabletask";

/** The durable extension of this host, and its loopback address for the library. */
export class DurableService {
  readonly extension: DurableExtension;
  readonly #rpc: HttpServer;
  readonly #options: DurableServiceOptions;

  private constructor(
    options: DurableServiceOptions,
    extension: DurableExtension,
    rpc: HttpServer,
  ) {
    this.#options = options;
    this.extension = extension;
    this.#rpc = rpc;
  }

  static async start(options: DurableServiceOptions): Promise<DurableService> {
    const extension = new DurableExtension(extensionOptions(options));
    const { publicBase, code, log } = options;
    const rpc = await HttpServer.listen(
      async (request, response) => {
        const exchange = new Exchange(request, response);
        const base = { prefix: rpcPath, baseUrl: publicBase, code };
        try {
          exchange.send(await askDurable(exchange, base, (asked) => extension.handle(asked)));
        } catch (error) {
          log("error", "Host.Triggers.DurableTask", String(error));
          exchange.send({ status: 500 });
        }
      },
      { hostname: loopback, port: 0 },
    );
    return new DurableService(options, extension, rpc);
  }

  /** The loopback address that needs no keys. */
  get url(): string {
    return `http://${loopback}:${this.#rpc.port}${rpcPath}/`;
  }

  clientInput(): string {
    const { publicBase, code } = this.#options;
    return this.extension.clientInput({ publicBase, rpcBase: this.url, code });
  }

  async handle(request: Parameters<DurableExtension["handle"]>[0]): Promise<DurableResponse> {
    return await this.extension.handle(request);
  }

  /** Running activities may still talk to the loopback address, so that closes last. */
  async stop(): Promise<void> {
    await this.extension.stop();
    await this.#rpc.close();
  }
}

function extensionOptions(options: DurableServiceOptions) {
  const { hostJson, settings, clock, log, strict } = options;
  const durable = hostJson.extensions.durableTask;
  if (durable.extendedSessionsEnabled) {
    log("warning", "Host.Triggers.DurableTask", "Extended sessions do not apply to Node apps.");
  }
  const hubName = durable.hubName ?? defaultHub(settings);
  const functions = new Map(options.functions.map((fn) => [fn.name.toLowerCase(), fn]));
  const store =
    options.store ?? new TableStore({ ...settings.connection(undefined, "table"), hubName });
  return {
    app: {
      functions,
      invoke: async (name: string, call: Invocation) => {
        const fn = functions.get(name.toLowerCase());
        if (!fn)
          throw new Error(`The function '${name}' doesn't exist, is disabled, or is in error.`);
        return await options.invoke(fn, call);
      },
    },
    store,
    clock,
    log,
    hubName,
    strict,
    doubleReplay: strict,
    ...options.durableTimers,
    ...given({
      defaultVersion: durable.defaultVersion,
      versionMatchStrategy: durable.versionMatchStrategy,
      versionFailureStrategy: durable.versionFailureStrategy,
      maxConcurrentActivities: durable.maxConcurrentActivityFunctions,
      maxConcurrentOrchestrators: durable.maxConcurrentOrchestratorFunctions,
    }),
  };
}

function defaultHub(settings: Settings): string {
  const site = settings.get("WEBSITE_SITE_NAME")?.replace(/[^a-z0-9]/gi, "");
  return site ? site.slice(0, 45) : "TestHubName";
}

type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function given<T extends object>(options: T): Given<T> {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<T>;
}
