import type { MovableClock } from "../../../clock/clock.ts";
import type { RegisteredFunction } from "../../worker/registered-function.ts";
import type { Exchange } from "../exchange.ts";
import { type HostKeys, opensFunction } from "../keys/host-keys.ts";
import { requestKey } from "../keys/request-key.ts";
import { answerClock } from "./clock-api.ts";
import { describeFunction } from "./describe-function.ts";
import { answerKeys } from "./keys-api.ts";

export interface AdminApiOptions {
  hostId: string;
  functions: ReadonlyMap<string, RegisteredFunction>;
  isDisabled(name: string): boolean;
  keys: HostKeys;
  requireKeys: boolean;
  clock: MovableClock;
  /** Starts a function that is not an HTTP one and does not wait for it. */
  startManually(fn: RegisteredFunction, input: string): void;
}

/** What an operator may ask of the host under /admin. */
export class AdminApi {
  readonly #options: AdminApiOptions;
  readonly #startedAt = Date.now();

  constructor(options: AdminApiOptions) {
    this.#options = options;
  }

  async handle(exchange: Exchange, path: string): Promise<void> {
    const [area, name, ...rest] = path.split("/").slice(2);
    if (area === "host" && name === "ping") {
      exchange.send({ status: 200 });
      return;
    }
    if (!this.#isMaster(exchange)) {
      exchange.send({ status: 401 });
      return;
    }
    if (area === "functions") await this.#functions(exchange, name, rest);
    else if (area === "clock") await answerClock(exchange, this.#options.clock);
    else if (area === "host") this.#host(exchange, name);
    else exchange.send({ status: 404 });
  }

  #isMaster(exchange: Exchange): boolean {
    const { requireKeys, keys } = this.#options;
    const asked = { name: "", level: "admin" } as const;
    return !requireKeys || opensFunction(keys, requestKey(exchange), asked);
  }

  #host(exchange: Exchange, name: string | undefined): void {
    if (name === "keys" || name === "systemkeys") {
      const { keys } = this.#options;
      answerKeys(exchange, name === "keys" ? keys.host : { _master: keys.master, ...keys.system });
      return;
    }
    if (name !== "status") {
      exchange.send({ status: 404 });
      return;
    }
    exchange.sendJson(200, {
      id: this.#options.hostId,
      state: "Running",
      version: "4.0.0.0",
      versionDetails: "offerpress local host",
      processUptime: Date.now() - this.#startedAt,
      computerName: "localhost",
    });
  }

  async #functions(exchange: Exchange, name: string | undefined, rest: string[]): Promise<void> {
    const { functions, keys } = this.#options;
    const describe = (fn: RegisteredFunction) =>
      describeFunction(fn, {
        origin: exchange.origin,
        isDisabled: this.#options.isDisabled(fn.name),
      });
    if (name === undefined || name === "") {
      exchange.sendJson(200, [...functions.values()].map(describe));
      return;
    }
    const fn = functions.get(name.toLowerCase());
    if (!fn) exchange.send({ status: 404 });
    else if (rest[0] === "keys") answerKeys(exchange, keys.functions[name.toLowerCase()] ?? {});
    else if (rest[0] === "status") exchange.sendJson(200, {});
    else if (exchange.method === "GET") exchange.sendJson(200, describe(fn));
    else if (exchange.method === "POST") await this.#start(exchange, fn);
    else exchange.send({ status: 404 });
  }

  async #start(exchange: Exchange, fn: RegisteredFunction): Promise<void> {
    const input = readInput((await exchange.readBody()).toString("utf8"));
    const isHttp = fn.trigger.type.toLowerCase() === "httptrigger";
    if (input === undefined || isHttp) {
      const why = isHttp ? "an HTTP function is called by its route" : 'send {"input": "a text"}';
      exchange.sendJson(400, { message: `${fn.name} was not started: ${why}.` });
      return;
    }
    this.#options.startManually(fn, input);
    exchange.send({ status: 202 });
  }
}

function readInput(body: string): string | undefined {
  try {
    const parsed = JSON.parse(body) as { input?: unknown } | null;
    const input = parsed?.input ?? "";
    return typeof input === "string" ? input : undefined;
  } catch {
    return undefined;
  }
}
