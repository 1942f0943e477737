import { isIP } from "node:net";
import type { AllowedHosts } from "./allowed-hosts.ts";
import { bareHost } from "./bare-host.ts";
import { outboundFailures, type OutboundFailure } from "./outbound-failure.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address as it may be called, or why not; the names in it are not looked up yet. */
export function checkUrl(text: string, allowed: AllowedHosts): URL | OutboundFailure {
  if (!URL.canParse(text)) return outboundFailures.malformed;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return outboundFailures.malformed;
  if (url.username !== "" || url.password !== "") return outboundFailures.credentials;
  if (allowed.has(url)) return url;
  return publicFailure(url) ?? url;
}

/** What an address that must be on the public internet has against it, as far as it shows. */
function publicFailure({ protocol, port, hostname }: URL): OutboundFailure | undefined {
  if (protocol !== "https:") return outboundFailures.insecure;
  // Below 1024 are the services of networks, none of which speaks HTTPS but 443.
  if (port !== "" && Number(port) < 1024) return outboundFailures.port;
  const host = bareHost(hostname);
  return isIP(host) !== 0 && !isPublicAddress(host) ? outboundFailures.notPublic : undefined;
}
