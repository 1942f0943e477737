import { AllowedHosts } from "../outbound/allowed-hosts.ts";
import { bareHost } from "../outbound/bare-host.ts";
import { checkUrl } from "../outbound/check-url.ts";
import type { GuardOptions } from "../outbound/guarded-fetch.ts";
import { onlyPublic, systemResolve } from "../outbound/lookup.ts";
import { failureOf } from "../outbound/outbound-failure.ts";
import { type LeadAnswer, refused } from "./lead-answer.ts";

/** Why the storage account at an address may not be called, if it may not. */
export type CheckStorage = (address: string) => Promise<LeadAnswer | undefined>;

/** Names that nobody but Azure can point anywhere: clients of storage look them up again themselves. */
const azureHost =
  /\.(?:(?:table|blob)\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|z\d+\.(?:table|blob)\.storage\.azure\.net)$/i;

/** Lets through Azure's public endpoints and the hosts the operator allows; a publisher chooses the address. */
export function storageCheck({
  allowedHosts,
  resolve = systemResolve,
}: Pick<GuardOptions, "allowedHosts" | "resolve">): CheckStorage {
  const allowed = new AllowedHosts(allowedHosts);
  const publicly = onlyPublic(resolve);
  return async (address) => {
    const url = checkUrl(address, allowed);
    if (url instanceof URL && allowed.has(url)) return undefined;
    if (!(url instanceof URL) || !azureHost.test(url.hostname)) return unreadable;
    try {
      await publicly(bareHost(url.hostname));
      return undefined;
    } catch (error) {
      return refused(`The storage account cannot be called. ${failureOf(error).reason}`);
    }
  };
}

export const unreadable = refused(
  "The connection string is not one of an Azure storage account: it needs AccountName, AccountKey " +
    "and an endpoint suffix or endpoint. Copy it again from the account's Access keys page.",
);
