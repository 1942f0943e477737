import { randomUUID } from "node:crypto";
import type { HostLog, LogLevel } from "../host-log.ts";
import {
  bindRegistrar,
  type FunctionCallback,
  type FunctionMetadata,
  injectFunctionsCore,
  type ProgrammingModel,
  programmingModel,
  type Registrar,
} from "./functions-core.ts";
import { type HookCallback, Hooks } from "./hooks.ts";
import type { Invocation, InvocationAnswer } from "./invocation.ts";
import { loadAppFiles } from "./load-app-files.ts";
import { isTrigger, type RegisteredFunction } from "./registered-function.ts";
import { runInvocation } from "./run-invocation.ts";

export type { HostLog } from "../host-log.ts";
export type { Invocation, InvocationAnswer, TypedData } from "./invocation.ts";
export type { Binding, RegisteredFunction } from "./registered-function.ts";

const workerCapabilities = [
  "RawHttpBodyBytes",
  "RpcHttpBodyOnly",
  "RpcHttpTriggerMetadataRemoved",
  "IgnoreEmptyValuedRpcHttpHeaders",
  "UseNullableValueDictionaryForHttp",
  "WorkerStatus",
  "TypedDataCollection",
  "HandlesWorkerTerminateMessage",
];

/** The part of a loaded app that a host needs. */
export type HostedApp = Pick<FunctionApp, "functions" | "capabilities" | "invoke" | "terminate">;

/** A loaded function app: what it registered, and the way to run it. */
export class FunctionApp implements Registrar {
  readonly #functions = new Map<string, RegisteredFunction>();
  readonly #callbacks = new Map<string, FunctionCallback>();
  readonly #hooks = new Hooks();
  readonly #appHookData = {};
  readonly #log: HostLog;
  readonly #folder: string;
  #capabilities: Record<string, string> = {};
  #model: ProgrammingModel | undefined;
  #isLocked = false;

  private constructor(folder: string, log: HostLog) {
    this.#folder = folder;
    this.#log = log;
  }

  /** Loads an app folder the way the official worker does; any load error refuses the app. */
  static async load(folder: string, options: { log: HostLog }): Promise<FunctionApp> {
    const app = new FunctionApp(folder, options.log);
    await app.#start(async () => {
      const files = await loadAppFiles(folder);
      options.log("debug", "Worker", `Loaded ${files.join(", ")}`);
    });
    return app;
  }

  /** Runs registrations made by `register` instead of loading files. */
  static async fromRegistrations(
    register: () => Promise<void> | void,
    options: { log: HostLog },
  ): Promise<FunctionApp> {
    const app = new FunctionApp(process.cwd(), options.log);
    await app.#start(register);
    return app;
  }

  /** Keyed by lower-case name. */
  get functions(): ReadonlyMap<string, RegisteredFunction> {
    return this.#functions;
  }

  get capabilities(): Record<string, string> {
    return this.#capabilities;
  }

  registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): () => void {
    const { name, bindings } = metadata;
    if (this.#isLocked) {
      throw systemError("A function can only be registered during app startup.");
    }
    const key = name.toLowerCase();
    if (this.#functions.has(key)) {
      throw systemError(`A function with name "${name}" has already been registered.`);
    }
    const trigger = Object.values(bindings).find(isTrigger);
    if (!trigger) throw systemError(`The function "${name}" has no trigger.`);
    this.#functions.set(key, { ...metadata, trigger });
    this.#callbacks.set(key, callback);
    return () => {
      if (this.#isLocked) throw systemError("A function can only be disposed during app startup.");
      this.#functions.delete(key);
      this.#callbacks.delete(key);
    };
  }

  registerHook(name: string, callback: HookCallback): () => void {
    return this.#hooks.add(name, callback);
  }

  log(level: string, category: string, message: string): void {
    this.#write(level, category, { message, source: "Worker" });
  }

  /** Runs one function once; throws what the app threw. */
  async invoke(name: string, call: Invocation): Promise<InvocationAnswer> {
    const key = name.toLowerCase();
    const metadata = this.#functions.get(key);
    const callback = this.#callbacks.get(key);
    if (!metadata || !callback || !this.#model) throw new Error(`No function "${name}" is loaded.`);
    const invocationId = call.invocationId ?? randomUUID();
    let invocationContext: object | undefined;
    const coreContext = {
      invocationId,
      metadata,
      request: { triggerMetadata: null, ...call, invocationId, functionId: key },
      state: undefined as string | undefined,
      log: (level: string, category: string, message: string) => {
        const source = `Function.${metadata.name}`;
        this.#write(level, category, { message, source, invocationContext });
      },
    };
    return await runInvocation({
      model: this.#model.getInvocationModel(coreContext),
      hooks: this.#hooks,
      callback,
      appHookData: this.#appHookData,
      enter: (state) => {
        coreContext.state = state;
      },
      begin: (context) => {
        invocationContext = context;
      },
    });
  }

  /** Runs the app's farewell hooks. */
  async terminate(): Promise<void> {
    await this.#hooks.run("appTerminate", this.#hookContext());
  }

  async #start(register: () => Promise<void> | void): Promise<void> {
    injectFunctionsCore();
    bindRegistrar(this);
    await register();
    await this.#hooks.run("appStart", this.#hookContext());
    this.#model = programmingModel();
    const defaults = Object.fromEntries(workerCapabilities.map((name) => [name, "true"]));
    this.#capabilities = await this.#model.getCapabilities(defaults);
    this.#isLocked = true;
  }

  #hookContext(): object {
    return {
      hookData: {},
      appHookData: this.#appHookData,
      functionAppDirectory: this.#folder,
    };
  }

  #write(
    level: string,
    category: string,
    entry: { message: string; source: string; invocationContext?: object | undefined },
  ): void {
    const context = { level, category, hookData: {}, appHookData: this.#appHookData, ...entry };
    if (category === "user") this.#hooks.runNow("log", context);
    if (context.level === "none") return;
    const suffix = category === "user" ? ".User" : "";
    this.#log(context.level as LogLevel, `${entry.source}${suffix}`, context.message);
  }
}

function systemError(message: string): Error {
  return Object.assign(new Error(message), { isAzureFunctionsSystemError: true });
}
