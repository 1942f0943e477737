import Module from "node:module";
import type { HookCallback } from "./hooks.ts";
import type { Binding } from "./registered-function.ts";

const coreId = "@azure/functions-core";
const hostVersion = "4.1045.200";

/** What the library registers: metadata as it sends it, handlers kept apart. */
export interface FunctionMetadata {
  name: string;
  bindings: Record<string, Binding>;
  retryOptions?: unknown;
}

export type FunctionCallback = (...inputs: unknown[]) => unknown;

/** The library's half of an invocation. */
export interface InvocationModel {
  getArguments(): Promise<{ context: object; inputs: unknown[] }>;
  invokeFunction(context: object, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: object, result: unknown): Promise<object>;
}

export interface ProgrammingModel {
  name: string;
  getInvocationModel(coreContext: object): InvocationModel;
  getCapabilities(defaults: Record<string, string>): Promise<Record<string, string>>;
}

/** Receives what a library instance says while it is bound to this app. */
export interface Registrar {
  registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): () => void;
  registerHook(name: string, callback: HookCallback): () => void;
  log(level: string, category: string, message: string): void;
}

class Disposable {
  readonly #dispose: () => void;

  constructor(dispose: () => void) {
    this.#dispose = dispose;
  }

  static from(...parts: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }

  dispose(): void {
    this.#dispose();
  }
}

let current: Registrar | undefined;
let model: ProgrammingModel | undefined;
let injected = false;

function registrar(): Registrar {
  if (current) return current;
  throw Object.assign(new Error("No function app is being loaded by the local host."), {
    isAzureFunctionsSystemError: true,
  });
}

// The library keeps this object for ever, so it is one per process and looks up the app per call.
const coreApi = {
  version: "3.12.0",
  hostVersion,
  Disposable,
  registerFunction: (metadata: FunctionMetadata, callback: FunctionCallback) =>
    new Disposable(registrar().registerFunction(metadata, callback)),
  registerHook: (name: string, callback: HookCallback) =>
    new Disposable(registrar().registerHook(name, callback)),
  setProgrammingModel: (chosen: ProgrammingModel) => {
    model = chosen;
  },
  getProgrammingModel: () => programmingModel(),
  log: (level: string, category: string, message: string) => {
    current?.log(level, category, message);
  },
};

/** Makes `require("@azure/functions-core")` answer with the host's API, once per process. */
export function injectFunctionsCore(): void {
  if (injected) return;
  injected = true;
  const prototype = Module.prototype as { require: (this: unknown, id: string) => unknown };
  const original = prototype.require;
  prototype.require = function (this: unknown, id: string): unknown {
    return id === coreId ? coreApi : original.call(this, id);
  };
}

/** Binds every library in this process to one app from now on. */
export function bindRegistrar(chosen: Registrar): void {
  current = chosen;
}

/** The model of the library that registered last; none when the app never registered anything. */
export function programmingModel(): ProgrammingModel {
  if (model) return model;
  throw new Error("The app registered no function: @azure/functions was never used.");
}
