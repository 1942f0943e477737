import type { DurableRequest, DurableResponse } from "../../durable/extension.ts";
import type { Answer, Exchange } from "./exchange.ts";
import { type HostKeys, opensWebhook } from "./keys/host-keys.ts";
import { requestKey } from "./keys/request-key.ts";

/** What Event Grid delivers for one blob function. */
export type EventGridWebhook = (request: {
  functionName: string;
  body: unknown;
}) => Promise<{ status: number; body?: unknown }>;

export interface WebhooksOptions {
  keys: HostKeys;
  requireKeys: boolean;
  durable: (request: DurableRequest) => Promise<DurableResponse>;
  eventGrid: EventGridWebhook;
}

const durablePrefix = "/runtime/webhooks/durabletask";

/** Serves the extensions' own addresses under /runtime/webhooks. */
export class Webhooks {
  readonly #options: WebhooksOptions;

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  async handle(exchange: Exchange, path: string): Promise<void> {
    const [extension = ""] = path.toLowerCase().split("/").slice(3);
    if (extension === "durabletask") {
      if (this.#isOpen(exchange, "durabletask_extension")) await this.#durable(exchange);
    } else if (extension === "blobs") {
      if (this.#isOpen(exchange, "blobs_extension")) await this.#blobs(exchange);
    } else {
      exchange.send({ status: 404 });
    }
  }

  #isOpen(exchange: Exchange, keyName: string): boolean {
    const { requireKeys, keys } = this.#options;
    if (!requireKeys || opensWebhook(keys, requestKey(exchange), keyName)) return true;
    exchange.send({ status: 401 });
    return false;
  }

  async #durable(exchange: Exchange): Promise<void> {
    const code = requestKey(exchange);
    const baseUrl = `${exchange.origin}${durablePrefix}`;
    const base = { prefix: durablePrefix, baseUrl, ...(code === undefined ? {} : { code }) };
    exchange.send(await askDurable(exchange, base, this.#options.durable));
  }

  async #blobs(exchange: Exchange): Promise<void> {
    const functionName = exchange.query.get("functionName") ?? "";
    let body: unknown;
    try {
      body = JSON.parse((await exchange.readBody()).toString("utf8"));
    } catch {
      exchange.send({ status: 400 });
      return;
    }
    const answer = await this.#options.eventGrid({ functionName, body });
    if (answer.body === undefined) exchange.send({ status: answer.status });
    else exchange.sendJson(answer.status, answer.body);
  }
}

/** Hands a request to the durable extension; used by the webhook and the loopback address. */
export async function askDurable(
  exchange: Exchange,
  base: { prefix: string; baseUrl: string; code?: string },
  handle: WebhooksOptions["durable"],
): Promise<Answer> {
  const rawPath = exchange.target.split("?", 1)[0] ?? "";
  return await handle({
    method: exchange.method.toUpperCase(),
    path: rawPath.slice(base.prefix.length).replace(/^\//, ""),
    query: exchange.query,
    headers: Object.fromEntries(
      Object.keys(exchange.request.headersDistinct).map((name) => [
        name,
        exchange.header(name) ?? "",
      ]),
    ),
    body: await exchange.readBody(),
    baseUrl: base.baseUrl,
    ...(base.code === undefined ? {} : { code: base.code }),
  });
}
