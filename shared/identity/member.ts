import { z } from "zod";
import { PublisherId } from "../offers/offer-key.ts";
import type { Principal } from "./principal.ts";

/** Owners also manage the publisher's users; both write and publish offers. */
export const publisherRoles = ["owner", "contributor"] as const;
export const PublisherRole = z.enum(publisherRoles);
export type PublisherRole = z.infer<typeof PublisherRole>;

/** An Entra object id or tenant id; compared in lower case. */
export const EntraId = z.guid().transform((id) => id.toLowerCase());

/** A user or service principal that may act for a publisher. */
export const Member = z.object({
  publisherId: PublisherId,
  objectId: EntraId,
  tenantId: EntraId,
  kind: z.enum(["user", "service-principal"]),
  /** The friendly name that the portal's Users page shows. */
  name: z.string(),
  role: PublisherRole,
  addedAt: z.iso.datetime(),
  /** Object id of who added it. */
  addedBy: z.string(),
});
export type Member = z.infer<typeof Member>;

/** Object ids are unique inside a tenant only, so both have to agree. */
export const isSamePerson = (member: Member, principal: Principal): boolean =>
  member.objectId === principal.objectId.toLowerCase() &&
  member.tenantId === principal.tenantId.toLowerCase();
