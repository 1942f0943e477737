import { isIP } from "node:net";
import type { buildConnector } from "undici";
import type { AllowedHosts } from "./allowed-hosts.ts";
import { bareHost } from "./bare-host.ts";
import { lookupWith, onlyPublic, type Resolve, systemResolve } from "./lookup.ts";
import { OutboundError, outboundFailures } from "./outbound-failure.ts";
import { isPublicAddress } from "./public-address.ts";

interface ConnectorOptions {
  readonly allowed: AllowedHosts;
  readonly connectMs: number;
  readonly resolve?: Resolve | undefined;
}

/**
 * Connects to public addresses only. It sits below names and redirects: the address that was checked
 * is the one connected to, so a name that changes its address in between gains nothing.
 */
export function guardedConnector(
  build: typeof buildConnector,
  { allowed, connectMs, resolve = systemResolve }: ConnectorOptions,
): buildConnector.connector {
  const always = { timeout: connectMs, allowH2: false };
  const anywhere = build({ ...always, lookup: lookupWith(resolve) });
  const publicly = build({ ...always, lookup: lookupWith(onlyPublic(resolve)) });
  return (options, callback) => {
    const host = bareHost(options.hostname);
    if (allowed.has(options)) {
      anywhere(options, callback);
    } else if (isIP(host) !== 0 && !isPublicAddress(host)) {
      // An address in digits is never looked up.
      callback(new OutboundError(outboundFailures.notPublic), null);
    } else {
      publicly(options, callback);
    }
  };
}
