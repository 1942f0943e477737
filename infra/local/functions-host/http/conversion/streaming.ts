import { Agent, type IncomingMessage, request as startRequest } from "node:http";
import { pipeline } from "node:stream/promises";
import type { TypedData } from "../../worker/invocation.ts";
import type { Exchange } from "../exchange.ts";
import type { RouteValues } from "../routing/match-template.ts";
import { BodyTooLarge, limitBody } from "./body-limit.ts";
import { joinedQuery, requestHeaders } from "./rpc-request.ts";

const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

// A connection of its own per request: nothing is left open when the host stops.
const agent = new Agent({ keepAlive: false });

class CallerGone extends Error {
  override readonly name = "CallerGone";
}

interface Stream {
  httpUri: string;
  invocationId: string;
  bodyLimit: number;
  /** Runs the function; it answers through the forwarded request, unless it returns nothing. */
  invoke(signal: AbortSignal): Promise<{ returnedNothing: boolean }>;
}

/** Forwards a request to the library's own server while the function runs. */
export async function forwardStream(exchange: Exchange, stream: Stream): Promise<void> {
  const abort = new AbortController();
  exchange.response.once("close", () => {
    if (!exchange.response.writableFinished) abort.abort(new CallerGone("The caller went away."));
  });
  const forwarded = forward(exchange, stream, abort.signal).catch((error: unknown) => {
    abort.abort(error);
    refuse(exchange, error);
  });
  try {
    const { returnedNothing } = await stream.invoke(abort.signal);
    if (returnedNothing) exchange.send({ status: 204 });
    if (returnedNothing) abort.abort();
  } catch (error) {
    abort.abort();
    refuse(exchange, error);
    if (!(error instanceof CallerGone || error instanceof BodyTooLarge)) throw error;
  }
  await forwarded;
}

/** What the library reads from the metadata of a streamed request. */
export function streamMetadata(exchange: Exchange, params: RouteValues): Record<string, TypedData> {
  const metadata: Record<string, TypedData> = {
    Headers: { json: JSON.stringify(requestHeaders(exchange)) },
    Query: { json: JSON.stringify(joinedQuery(exchange.query)) },
  };
  for (const [name, value] of Object.entries(params)) {
    if (value !== null) metadata[name] = { string: value };
  }
  return metadata;
}

async function forward(exchange: Exchange, stream: Stream, signal: AbortSignal): Promise<void> {
  const url = new URL(stream.httpUri);
  const headers: Record<string, string | string[]> = {
    ...withoutHopByHop(exchange.request.headersDistinct),
    host: url.host,
    "x-ms-invocation-id": stream.invocationId,
    "x-forwarded-host": exchange.host,
    "x-forwarded-proto": exchange.scheme,
  };
  const options = { agent, method: exchange.method, path: exchange.target, headers, signal };
  const outgoing = startRequest(url, options);
  const incoming = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve);
    outgoing.once("error", reject);
  });
  const sent = pipeline(exchange.request, limitBody(stream.bodyLimit), outgoing);
  // A function may answer before it has read the whole body; what then fails is nobody's concern.
  const response = await Promise.race([incoming, sent.then(() => incoming)]);
  sent.catch(() => undefined);
  exchange.response.writeHead(
    response.statusCode ?? 200,
    withoutHopByHop(response.headersDistinct),
  );
  exchange.response.flushHeaders();
  await pipeline(response, exchange.response);
}

function withoutHopByHop(headers: NodeJS.Dict<string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || hopByHop.has(name) ? [] : [[name, value]],
    ),
  );
}

function refuse(exchange: Exchange, error: unknown): void {
  if (exchange.response.headersSent) exchange.response.destroy();
  else exchange.send({ status: error instanceof BodyTooLarge ? 413 : 500 });
}
