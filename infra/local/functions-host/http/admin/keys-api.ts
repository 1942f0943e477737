import type { Exchange } from "../exchange.ts";

/** Lists keys in the official form; changing them is not offered. */
export function answerKeys(exchange: Exchange, keys: Readonly<Record<string, string>>): void {
  if (exchange.method !== "GET") {
    exchange.send({ status: 404 });
    return;
  }
  const list = Object.entries(keys).map(([name, value]) => ({ name, value }));
  exchange.sendJson(200, { keys: list, links: [] });
}
