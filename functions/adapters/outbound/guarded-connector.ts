import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import type { buildConnector } from "undici";
import type { AllowedHosts } from "./allowed-hosts.ts";
import { bareHost } from "./check-url.ts";
import { OutboundError, outboundFailures } from "./outbound-failure.ts";
import { isPublicAddress } from "./public-address.ts";

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

export interface ConnectorOptions {
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

/** One inner address among several is enough to be refused: nobody honest publishes such a name. */
const onlyPublic =
  (resolve: Resolve): Resolve =>
  async (hostname) => {
    const addresses = await resolve(hostname);
    if (addresses.every(({ address }) => isPublicAddress(address))) return addresses;
    throw new OutboundError(outboundFailures.notPublic);
  };

const lookupWith =
  (resolve: Resolve): LookupFunction =>
  (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const first = addresses[0];
        if (!first) callback(new OutboundError(outboundFailures.unknownName), "");
        else if (all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), "");
      },
    );
  };
