import { z } from "zod";
import { Member } from "../../../../shared/identity/member.ts";
import { Compatibility } from "../../../../shared/identity/publisher.ts";
import { PublisherId } from "../../../../shared/offers/offer-key.ts";

export const PublisherAnswer = z
  .object({
    version: z.int().describe("Grows with every change."),
    id: PublisherId,
    definition: z.object({
      displayText: z.string(),
      offerTypeCategories: z.array(z.string()),
      sellerId: z.string(),
    }),
    compatibility: Compatibility.describe("What this publisher's clients expect."),
    changedTime: z.iso.datetime(),
  })
  .meta({ id: "Publisher" });

const { kind, name, role, addedAt } = Member.shape;

export const UserAnswer = z
  .object({
    objectId: z
      .guid()
      .describe("Object id of the user or of the service principal, not of its app registration."),
    tenantId: z.guid(),
    kind,
    name: name.describe("A friendly name; nothing is decided by it."),
    role: role.describe("Owners also manage the publisher's users."),
    addedAt,
    addedBy: z.string().describe("Object id of who added it."),
  })
  .meta({ id: "User", description: "Somebody who may act for a publisher." });
