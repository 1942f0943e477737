import type { Exchange } from "./exchange.ts";

export interface CorsOptions {
  /** Comma-separated origins, or `*`; as in `Host.CORS` of local.settings.json. */
  origins: string;
  credentials: boolean;
}

/** Adds cross-origin headers; true when the request was a preflight and has been answered. */
export function applyCors(options: CorsOptions | undefined, exchange: Exchange): boolean {
  const origin = exchange.header("origin");
  if (!options || origin === undefined) return false;
  const allowed = allowedOrigin(options, origin);
  if (allowed === undefined) return false;
  const { response } = exchange;
  response.setHeader("access-control-allow-origin", allowed);
  if (allowed !== "*") response.setHeader("vary", "Origin");
  if (options.credentials && allowed !== "*") {
    response.setHeader("access-control-allow-credentials", "true");
  }
  const method = exchange.header("access-control-request-method");
  if (exchange.method !== "OPTIONS" || method === undefined) return false;
  response.setHeader("access-control-allow-methods", method);
  const headers = exchange.header("access-control-request-headers");
  if (headers) response.setHeader("access-control-allow-headers", headers);
  exchange.send({ status: 204 });
  return true;
}

function allowedOrigin({ origins, credentials }: CorsOptions, origin: string): string | undefined {
  const list = origins.split(",").map((one) => one.trim().replace(/\/$/, ""));
  if (list.includes("*")) return credentials ? origin : "*";
  return list.some((one) => one.toLowerCase() === origin.toLowerCase()) ? origin : undefined;
}
