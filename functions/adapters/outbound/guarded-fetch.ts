import type { Dispatcher, Response } from "undici";
import { AllowedHosts } from "./allowed-hosts.ts";
import { checkUrl } from "./check-url.ts";
import { guardedConnector } from "./guarded-connector.ts";
import { limitedBody } from "./limited-body.ts";
import type { Resolve } from "./lookup.ts";
import { failureOf, outboundFailures, type OutboundFailure } from "./outbound-failure.ts";

/** A request to an address that somebody outside has chosen. */
export interface OutboundRequest {
  readonly method?: "GET" | "POST" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What may come back, counted after decompression. */
  readonly mostBytes?: number;
  /** For everything together, redirects and the body included. */
  readonly totalMs?: number;
}
interface OutboundResponse {
  readonly ok: true;
  readonly status: number;
  readonly etag: string | undefined;
  /** Must be read or discarded; reading throws an OutboundError at a limit. */
  readonly body: AsyncIterable<Uint8Array>;
  readonly discard: () => Promise<void>;
}
type OutboundAnswer = OutboundResponse | OutboundFailure;

/** `fetch` for addresses that users give: what is refused, and who does not answer, is a value. */
export type GuardedFetch = (url: string, request?: OutboundRequest) => Promise<OutboundAnswer>;

export interface GuardOptions {
  readonly allowedHosts: readonly string[];
  readonly connectMs?: number;
  /** Name resolution; the machine's own unless said otherwise. */
  readonly resolve?: Resolve;
}

const mostRedirects = 5;
const redirections = new Set([301, 302, 303, 307, 308]);
const defaults = { mostBytes: 1024 * 1024, totalMs: 30_000, connectMs: 10_000 };

/** A fetch that reaches the public internet only, and the hosts the operator allows besides. */
export function guardedFetch({ allowedHosts, connectMs, resolve }: GuardOptions): GuardedFetch {
  const allowed = new AllowedHosts(allowedHosts);
  let client: Promise<Client> | undefined;
  return async (url, request = {}) => {
    const checked = checkUrl(url, allowed);
    if (!(checked instanceof URL)) return checked;
    client ??= loadClient({ allowed, connectMs: connectMs ?? defaults.connectMs, resolve });
    return new Exchange(await client, allowed, request).answerOf(checked);
  };
}

type Client = (url: URL, request: OutboundRequest, signal: AbortSignal) => Promise<Response>;

/** The library takes long to load, and most starts of the app never call anybody. */
async function loadClient(options: Parameters<typeof guardedConnector>[1]): Promise<Client> {
  const { Agent, buildConnector, fetch } = await import("undici");
  const dispatcher: Dispatcher = new Agent({ connect: guardedConnector(buildConnector, options) });
  return (url, { method = "GET", headers = {}, body = null }, signal) =>
    fetch(url, { method, headers, body, signal, dispatcher, redirect: "manual" });
}

/** One request with all its redirects. */
class Exchange {
  readonly #client: Client;
  readonly #allowed: AllowedHosts;
  readonly #request: OutboundRequest;
  readonly #signal: AbortSignal;

  constructor(client: Client, allowed: AllowedHosts, request: OutboundRequest) {
    this.#client = client;
    this.#allowed = allowed;
    this.#request = request;
    this.#signal = AbortSignal.timeout(request.totalMs ?? defaults.totalMs);
  }

  async answerOf(start: URL): Promise<OutboundAnswer> {
    try {
      let url = start;
      for (let hop = 0; hop <= mostRedirects; hop++) {
        const response = await this.#send(url, url.origin === start.origin);
        if (!this.#follows(response)) return await this.#accept(response);
        await response.body?.cancel();
        const next = this.#next(response, url);
        if (!(next instanceof URL)) return next;
        url = next;
      }
      return outboundFailures.redirects;
    } catch (error) {
      return failureOf(error);
    }
  }

  /** What was meant for one host is not shown to another. */
  #send(url: URL, isSameHost: boolean): Promise<Response> {
    const { headers = {}, ...rest } = this.#request;
    const shown = isSameHost ? headers : {};
    return this.#client(
      url,
      { ...rest, headers: { "user-agent": "offerpress", ...shown } },
      this.#signal,
    );
  }

  /** Only reading is repeated elsewhere: what is sent to one address is for that address. */
  #follows({ status }: Response): boolean {
    return (this.#request.method ?? "GET") === "GET" && redirections.has(status);
  }

  #next(response: Response, from: URL): URL | OutboundFailure {
    const location = response.headers.get("location");
    if (location === null || !URL.canParse(location, from.href)) return outboundFailures.redirects;
    return checkUrl(new URL(location, from).href, this.#allowed);
  }

  async #accept(response: Response): Promise<OutboundAnswer> {
    const most = this.#request.mostBytes ?? defaults.mostBytes;
    if (Number(response.headers.get("content-length") ?? 0) > most) {
      await response.body?.cancel();
      return outboundFailures.tooLarge(most);
    }
    return {
      ok: true,
      status: response.status,
      etag: response.headers.get("etag") ?? undefined,
      body: limitedBody(response.body, most),
      discard: async () => {
        await response.body?.cancel();
      },
    };
  }
}
