import type { Exchange } from "../exchange.ts";
import type { RouteValues } from "../routing/match-template.ts";

interface Nullable {
  value?: string;
}

/** A request as the library receives it when it is not streamed. */
export interface RpcHttpRequest {
  method: string;
  url: string;
  nullableHeaders: Record<string, Nullable>;
  nullableQuery: Record<string, Nullable>;
  nullableParams: Record<string, Nullable>;
  body?: { bytes: Uint8Array };
}

/** Converts a request; the body is read only when its length was declared. */
export async function rpcRequest(exchange: Exchange, params: RouteValues): Promise<RpcHttpRequest> {
  const converted: RpcHttpRequest = {
    method: exchange.method,
    url: `${exchange.origin}${exchange.target}`,
    nullableHeaders: nullable(requestHeaders(exchange)),
    nullableQuery: nullable(joinedQuery(exchange.query)),
    nullableParams: nullable(params),
  };
  const hasBody = (exchange.contentLength ?? 0) > 0;
  return hasBody ? { ...converted, body: { bytes: await exchange.readBody() } } : converted;
}

/** The headers a function may see: identity headers from outside are never trusted. */
export function requestHeaders(exchange: Exchange): Record<string, string> {
  return Object.fromEntries(
    Object.keys(exchange.request.headersDistinct)
      .filter((name) => !name.startsWith("x-ms-client-principal"))
      .map((name) => [name, exchange.header(name) ?? ""] as const)
      .filter(([, value]) => value !== ""),
  );
}

/** Query parameters: names ignore case, and repeated ones are joined with a comma. */
export function joinedQuery(query: URLSearchParams): Record<string, string> {
  const joined = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of query) {
    const entry = joined.get(name.toLowerCase()) ?? { name, values: [] };
    entry.values.push(value);
    joined.set(name.toLowerCase(), entry);
  }
  return Object.fromEntries([...joined.values()].map(({ name, values }) => [name, values.join()]));
}

function nullable(values: RouteValues): Record<string, Nullable> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null ? {} : { value }]),
  );
}
