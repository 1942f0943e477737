import { randomUUID } from "node:crypto";
import type { HostLog } from "../host-log.ts";
import type { FunctionApp, Invocation, InvocationAnswer } from "../worker/function-app.ts";
import type { RegisteredFunction } from "../worker/registered-function.ts";
import { bindingData } from "./binding-data.ts";
import { extraInputs, type InputSources } from "./extra-inputs.ts";
import { outputValues, type OutputTargets, writeOutputs } from "./outputs.ts";

export interface InvokerOptions extends InputSources, OutputTargets {
  app: Pick<FunctionApp, "functions" | "invoke">;
  log: HostLog;
}

/** A function ran longer than host.json's functionTimeout allows. */
export class FunctionTimeout extends Error {
  override readonly name = "FunctionTimeout";
}

/** Runs functions with all their inputs and outputs. */
export class Invoker {
  readonly #options: InvokerOptions;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  /** Runs a function to its end, outputs written; an aborted signal gives up waiting for it. */
  async run(
    fn: RegisteredFunction,
    call: Invocation,
    signal?: AbortSignal,
  ): Promise<InvocationAnswer> {
    return await this.#limited(fn, this.#whole(fn, call), signal);
  }

  /** The same for a run whose caller only needs to know that it failed: why is told to the log. */
  async runLogged(fn: RegisteredFunction, call: Invocation): Promise<InvocationAnswer> {
    const invocationId = call.invocationId ?? randomUUID();
    try {
      return await this.run(fn, { ...call, invocationId });
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const what = `Executed 'Functions.${fn.name}' (Failed, Id=${invocationId})`;
      this.#options.log("error", `Function.${fn.name}`, `${what} ${reason}`);
      throw error;
    }
  }

  async #whole(fn: RegisteredFunction, call: Invocation): Promise<InvocationAnswer> {
    const data = bindingData(call);
    const inputs = await extraInputs(fn, data, this.#options);
    const answer = await this.#options.app.invoke(fn.name, {
      ...call,
      inputData: [...call.inputData, ...inputs],
    });
    await writeOutputs(fn, answer, data, this.#options);
    // The front looks for the answer in one place, whatever the app called its http output.
    const [httpOutput = "$return"] = Object.entries(fn.bindings)
      .filter(([, { direction, type }]) => direction === "out" && type.toLowerCase() === "http")
      .map(([name]) => name);
    if (httpOutput === "$return") return answer;
    return { ...answer, returnValue: outputValues(fn, answer).get(httpOutput) ?? null };
  }

  // In one process a function cannot be stopped: it is given up, and its result is ignored.
  async #limited(
    fn: RegisteredFunction,
    work: Promise<InvocationAnswer>,
    signal: AbortSignal | undefined,
  ): Promise<InvocationAnswer> {
    const limit = this.#options.hostJson.functionTimeoutMs;
    let timer: NodeJS.Timeout | undefined;
    let giveUp: () => void = () => undefined;
    const ended = new Promise<never>((_resolve, reject) => {
      giveUp = () => {
        reject(signal?.reason as Error);
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      if (limit === Infinity) return;
      timer = setTimeout(() => {
        const message = `Timeout value of ${limit} ms exceeded by function 'Functions.${fn.name}'.`;
        this.#options.log("critical", `Function.${fn.name}`, message);
        reject(new FunctionTimeout(message));
      }, limit);
    });
    try {
      return await Promise.race([work, ended]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    }
  }
}
