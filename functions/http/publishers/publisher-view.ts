import type { Member } from "../../../shared/identity/member.ts";
import type { Publisher } from "../../../shared/identity/publisher.ts";

/** A publisher as the dialect shows it, and our own fields after it. `version` grows with every change. */
export const publisherView = ({ publisherId, displayText, ...publisher }: Publisher) => ({
  version: Date.parse(publisher.changedAt),
  id: publisherId,
  definition: {
    displayText,
    offerTypeCategories: ["azure"],
    sellerId: publisher.sellerId,
  },
  compatibility: publisher.compatibility,
  changedTime: publisher.changedAt,
});

/** A user or service principal of a publisher. */
export const memberView = ({ objectId, tenantId, kind, name, role, ...member }: Member) => ({
  objectId,
  tenantId,
  kind,
  name,
  role,
  addedAt: member.addedAt,
  addedBy: member.addedBy,
});
