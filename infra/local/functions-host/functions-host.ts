import type { DurableExtension } from "../durable/extension.ts";
import { DurableService } from "./durable-service.ts";
import type { FunctionsHostOptions } from "./functions-host-options.ts";
import { hostId } from "./host-id.ts";
import type { Front } from "./http/front.ts";
import { HttpServer } from "./http/http-server.ts";
import type { HostKeys } from "./http/keys/host-keys.ts";
import { storedHostKeys } from "./http/keys/stored-keys.ts";
import {
  indexFunctions,
  type FunctionIndex,
  isDurable,
  needsDurable,
} from "./indexing/index-functions.ts";
import { reportStart } from "./indexing/start-report.ts";
import { Triggers } from "./indexing/triggers.ts";
import { Invoker } from "./invocations/invoker.ts";
import { ManualStarts } from "./invocations/manual-starts.ts";
import { makeFront } from "./make-front.ts";
import { setProcessMarks } from "./process-marks.ts";
import type { RegisteredFunction } from "./worker/registered-function.ts";

const notReady = 503;

/** A running local functions host. */
export class FunctionsHost {
  readonly #options: FunctionsHostOptions;
  readonly #server: HttpServer;
  readonly #keys: HostKeys;
  readonly #triggers: Triggers;
  readonly #invoker: Invoker;
  readonly #manual: ManualStarts;
  readonly #undoMarks: () => void;
  #durable: DurableService | undefined;

  private constructor(options: FunctionsHostOptions, server: HttpServer, keys: HostKeys) {
    const { app, settings, hostJson, clock, log, blobScanIntervalMs: scanIntervalMs } = options;
    this.#options = options;
    this.#server = server;
    this.#keys = keys;
    const now = () => clock.now();
    const durableClient = () => this.#durable?.clientInput() ?? "null";
    this.#invoker = new Invoker({ app, settings, hostJson, log, now, durableClient });
    this.#manual = new ManualStarts({ settings, log, invoker: this.#invoker });
    this.#triggers = new Triggers(
      { ...options, invoke: this.#invoke },
      scanIntervalMs === undefined ? {} : { scanIntervalMs },
    );
    this.#undoMarks = setProcessMarks({ port: server.port, now });
  }

  /** Starts everything the app needs; resolves when all of it listens. */
  static async start(options: FunctionsHostOptions): Promise<FunctionsHost> {
    const { app, settings, hostname = "127.0.0.1", port = 0 } = options;
    const names = [...app.functions.values()].map(({ name }) => name);
    const keys = options.keys ?? (await storedHostKeys(settings, hostId(settings), names));
    const running: { handle?: Front["handle"] } = {};
    const server = await HttpServer.listen(
      async (request, response) => {
        await running.handle?.(request, response);
        if (!running.handle) response.writeHead(notReady).end();
      },
      { hostname, port },
    );
    const host = new FunctionsHost(options, server, keys);
    try {
      await host.#start((front) => {
        running.handle = front.handle;
      });
    } catch (error) {
      await host.stop();
      throw error;
    }
    return host;
  }

  get url(): string {
    return `http://${this.#options.hostname ?? "127.0.0.1"}:${this.#server.port}`;
  }

  /** Loopback address of the durable extension; empty when the app is not durable. */
  get durableUrl(): string {
    return this.#durable?.url ?? "";
  }

  get durable(): DurableExtension {
    if (this.#durable) return this.#durable.extension;
    throw new Error("The app has no durable functions.");
  }

  get masterKey(): string {
    return this.#keys.master;
  }

  get keys(): HostKeys {
    return this.#keys;
  }

  /** Resolves when no function runs and none is known to be due; open HTTP requests do not count. */
  async idle(): Promise<void> {
    await Promise.all([
      this.#triggers.idle(),
      this.#manual.idle(),
      this.#durable?.extension.idle(),
    ]);
  }

  /** Takes nothing new, lets what runs come to its end, and says goodbye to the app. */
  async stop(): Promise<void> {
    await Promise.all([this.#triggers.stop(), this.#server.close(), this.#manual.idle()]);
    await this.#durable?.stop();
    await this.#options.app.terminate();
    this.#undoMarks();
  }

  async #start(open: (front: Front) => void): Promise<void> {
    const { app, settings, log, clock } = this.#options;
    const index = indexFunctions(app.functions.values(), {
      settings,
      log,
      prepare: (fn) => {
        this.#triggers.add(fn);
      },
    });
    if (index.sound.some(needsDurable)) await this.#startDurable(index.sound.filter(isDurable));
    // Recovered work may call the host itself, so the doors open first.
    open(this.#makeFront(index));
    clock.addQuiesce(() => this.idle());
    await this.#durable?.extension.start();
    await this.#triggers.start();
    reportStart(
      {
        url: this.url,
        durableUrl: this.#durable?.url,
        functions: index.sound,
        http: this.#triggers.http,
      },
      log,
    );
  }

  async #startDurable(functions: readonly RegisteredFunction[]): Promise<void> {
    const { durableStore: store, strict = false, app } = this.#options;
    this.#durable = await DurableService.start({
      ...this.#options,
      functions,
      store,
      strict,
      publicBase: `${this.url}/runtime/webhooks/durabletask`,
      code: this.#keys.system["durabletask_extension"] ?? "",
      invoke: (fn, call) =>
        fn.trigger.type.toLowerCase() === "orchestrationtrigger"
          ? app.invoke(fn.name, call)
          : this.#invoker.runLogged(fn, call),
    });
  }

  #makeFront(index: FunctionIndex): Front {
    const { requireKeys = true } = this.#options;
    return makeFront({
      ...this.#options,
      requireKeys,
      keys: this.#keys,
      index,
      triggers: this.#triggers,
      invoker: this.#invoker,
      durable: () => this.#durable,
      startManually: this.#manual.start,
    });
  }

  readonly #invoke: ConstructorParameters<typeof Triggers>[0]["invoke"] = async (
    name,
    inputData,
    triggerMetadata = {},
    retryContext,
  ) => {
    const fn = this.#options.app.functions.get(name.toLowerCase());
    if (!fn) throw new Error(`No function "${name}" is loaded.`);
    const call = { inputData, triggerMetadata, retryContext: retryContext ?? null };
    await this.#invoker.runLogged(fn, call);
  };
}
