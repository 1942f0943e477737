import { randomUUID } from "node:crypto";
import type { HostLog } from "../host-log.ts";
import type { HostJson } from "../settings/host-json.ts";
import type { InvocationAnswer, TypedData } from "../worker/invocation.ts";
import type { RegisteredFunction } from "../worker/registered-function.ts";
import { rpcRequest } from "./conversion/rpc-request.ts";
import { rpcAnswer } from "./conversion/rpc-response.ts";
import { forwardStream, streamMetadata } from "./conversion/streaming.ts";
import type { Exchange } from "./exchange.ts";
import type { HttpFunction } from "./http-function.ts";
import { type HostKeys, opensFunction } from "./keys/host-keys.ts";
import { requestKey } from "./keys/request-key.ts";
import { applyResponseHeaders } from "./response-headers.ts";
import type { RouteValues } from "./routing/match-template.ts";
import { Router } from "./routing/router.ts";
import { Throttle } from "./throttle.ts";

/** Runs an HTTP function; the answer's returnValue is that of its http output. */
export type InvokeHttp = (
  fn: RegisteredFunction,
  call: {
    invocationId: string;
    data: TypedData;
    triggerMetadata: Record<string, TypedData>;
    signal?: AbortSignal;
  },
) => Promise<InvocationAnswer>;

export interface FunctionFrontOptions {
  functions: readonly HttpFunction[];
  keys: HostKeys;
  requireKeys: boolean;
  http: HostJson["extensions"]["http"];
  bodyLimit: number;
  /** The library's own server, when the app streams. */
  httpUri: string | undefined;
  invoke: InvokeHttp;
  log: HostLog;
}

/** Serves the app's HTTP functions. */
export class FunctionFront {
  readonly #options: FunctionFrontOptions;
  readonly #functions: ReadonlyMap<string, HttpFunction>;
  readonly #router: Router;
  readonly #throttle: Throttle;

  constructor(options: FunctionFrontOptions) {
    this.#options = options;
    this.#functions = new Map(options.functions.map((one) => [one.fn.name, one]));
    this.#router = new Router(options.functions.map((one) => one.route));
    this.#throttle = new Throttle(options.http);
  }

  /** Answers a request when a function is there for it; says whether one was. */
  async handle(exchange: Exchange, path: string): Promise<boolean> {
    const match = this.#router.match(exchange.method, path);
    if (match === undefined) return false;
    if (match === "method-not-allowed") {
      exchange.send({ status: 405 });
      return true;
    }
    const found = this.#functions.get(match.route.functionName);
    if (!found) return false;
    applyResponseHeaders(this.#options.http, exchange);
    const refusal = this.#refusal(exchange, found);
    if (refusal) {
      exchange.send(refusal);
      return true;
    }
    const isTaken = await this.#throttle.run(() => this.#run(exchange, found, match.values));
    if (!isTaken) exchange.send({ status: 429 });
    return true;
  }

  #refusal(
    exchange: Exchange,
    { fn, level }: HttpFunction,
  ): { status: number; headers?: Record<string, string> } | undefined {
    const { requireKeys, keys, bodyLimit } = this.#options;
    const isOpen = !requireKeys || opensFunction(keys, requestKey(exchange), { ...fn, level });
    if (!isOpen) return { status: 401 };
    // The rest of an unread body would otherwise be taken for the next request.
    const isTooLarge = (exchange.contentLength ?? 0) > bodyLimit;
    return isTooLarge ? { status: 413, headers: { connection: "close" } } : undefined;
  }

  async #run(exchange: Exchange, { fn }: HttpFunction, values: RouteValues): Promise<void> {
    const invocationId = randomUUID();
    try {
      if (this.#options.httpUri) await this.#stream(exchange, { fn, values, invocationId });
      else {
        const data = { http: await rpcRequest(exchange, values) };
        const call = { invocationId, data, triggerMetadata: {} };
        const answer = await this.#options.invoke(fn, call);
        exchange.send(rpcAnswer(answer.returnValue, exchange.header("accept")));
      }
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#options.log(
        "error",
        `Function.${fn.name}`,
        `Executed 'Functions.${fn.name}' (Failed, Id=${invocationId}) ${reason}`,
      );
      exchange.send({ status: 500 });
    }
  }

  async #stream(
    exchange: Exchange,
    call: { fn: RegisteredFunction; values: RouteValues; invocationId: string },
  ): Promise<void> {
    const { invocationId, fn, values } = call;
    await forwardStream(exchange, {
      httpUri: this.#options.httpUri ?? "",
      invocationId,
      bodyLimit: this.#options.bodyLimit,
      invoke: async (signal) => {
        const triggerMetadata = streamMetadata(exchange, values);
        const data = { http: {} };
        const answer = await this.#options.invoke(fn, {
          invocationId,
          data,
          triggerMetadata,
          signal,
        });
        return { returnedNothing: answer.returnedNothing ?? false };
      },
    });
  }
}
