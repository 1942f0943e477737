import type { HostJson } from "../settings/host-json.ts";
import type { Exchange } from "./exchange.ts";

type HttpOptions = HostJson["extensions"]["http"];

const ownHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Adds what host.json says every answer carries: custom headers, and HSTS on https. */
export function applyResponseHeaders(options: HttpOptions, exchange: Exchange): void {
  for (const [name, value] of Object.entries(options.customHeaders)) {
    exchange.response.setHeader(name, value);
  }
  const { hsts } = options;
  const host = exchange.host.replace(/:\d+$/, "").toLowerCase();
  if (!hsts.isEnabled || exchange.scheme !== "https" || ownHosts.has(host)) return;
  const parts = [`max-age=${maxAgeSeconds(hsts.maxAge)}`];
  if (hsts.includeSubDomains) parts.push("includeSubDomains");
  if (hsts.preload) parts.push("preload");
  exchange.response.setHeader("strict-transport-security", parts.join("; "));
}

// A whole number is days, as everywhere in .NET time spans.
function maxAgeSeconds(maxAge: string | number): number {
  const [days = "0", time = "0:0:0"] = String(maxAge).split(".");
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return ((Number(days) * 24 + hours) * 60 + minutes) * 60 + seconds;
}
