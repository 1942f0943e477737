import type { Exchange } from "../exchange.ts";

/** The key a request carries: the header counts before the query. */
export function requestKey(exchange: Exchange): string | undefined {
  return exchange.header("x-functions-key") ?? exchange.query.get("code") ?? undefined;
}
