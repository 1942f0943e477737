import {
  publisherUser,
  sampleUsers,
  type ServicePrincipal,
  servicePrincipals,
  type Subject,
  tenantDomain,
  tenantId,
} from "./sample-directory.ts";

/** The tenant goes by its id, by its domain, and by the names for any tenant. */
export const isTenant = (name: string): boolean =>
  [tenantId, tenantDomain, "common", "organizations"].includes(name.toLowerCase());

export const servicePrincipalOf = (clientId: string): ServicePrincipal | undefined =>
  servicePrincipals.find((one) => one.clientId === clientId.toLowerCase());

/** A sample user, or an owner or contributor of any other publisher, such as `acme-owner`. */
export function userOf(account: string): Subject | undefined {
  const known = sampleUsers.find((user) => user.account === account);
  if (known) return known;
  const [, publisherId, role] = /^([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)-(owner|contributor)$/.exec(
    account,
  ) ?? [undefined, undefined, undefined];
  return publisherId && (role === "owner" || role === "contributor")
    ? publisherUser(publisherId, role)
    : undefined;
}
