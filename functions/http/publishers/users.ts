import { z } from "zod";
import { access } from "../../../shared/identity/access.ts";
import { EntraId, type Member, PublisherRole } from "../../../shared/identity/member.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { ok } from "../answers.ts";
import { isRefusal, publisherEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { printable } from "../request/malformed.ts";
import { bodyOf } from "../request/request-body.ts";
import { memberView } from "./publisher-view.ts";

/** Everybody who may act for a publisher. */
export const listUsers = publisherEndpoint(
  { dialect: "own", access: access.readers },
  ({ ports }) =>
    async ({ publisherId }) =>
      ok((await ports.members.list(publisherId)).map(memberView)),
);

export const UserBody = z.object({
  kind: z.enum(["user", "service-principal"], { error: "must be user or service-principal" }),
  name: z.string({ error: "must be a friendly name" }).trim().min(1).max(100),
  tenantId: EntraId,
  role: z.enum(PublisherRole.options, { error: "must be owner or contributor" }),
});

/** Lets somebody act for the publisher, or changes their role. */
export const writeUser = publisherEndpoint(
  { dialect: "own", access: access.owners },
  ({ ports }) =>
    async ({ request, publisherId, caller }) => {
      const objectId = EntraId.safeParse(request.params["objectId"]);
      if (!objectId.success) return notAnObjectId;
      const sent = await bodyOf(request, UserBody);
      if (isRefusal(sent)) return sent;
      if (!(await ports.publishers.read(publisherId))) return missingNotices.publisher(publisherId);
      const members = await ports.members.list(publisherId);
      const before = members.find((member) => member.objectId === objectId.data);
      if (sent.body.role !== "owner" && isLastOwner(members, before)) return lastOwner;
      const member: Member = {
        publisherId,
        objectId: objectId.data,
        ...sent.body,
        addedAt: before?.addedAt ?? ports.clock.now().toISOString(),
        addedBy: before?.addedBy ?? caller.objectId,
      };
      await ports.members.put(member);
      return ok(memberView(member));
    },
);

/** Takes somebody's access to the publisher away. */
export const removeUser = publisherEndpoint(
  { dialect: "own", access: access.owners },
  ({ ports }) =>
    async ({ request, publisherId }) => {
      const named = request.params["objectId"] ?? "";
      const members = await ports.members.list(publisherId);
      const member = members.find(({ objectId }) => objectId === named.toLowerCase());
      if (!member) return missingNotices.member(printable(named));
      if (isLastOwner(members, member)) return lastOwner;
      await ports.members.remove(member);
      return ok(memberView(member));
    },
);

const isLastOwner = (members: readonly Member[], member: Member | undefined): boolean =>
  member?.role === "owner" && members.filter(({ role }) => role === "owner").length === 1;

const notAnObjectId: Refusal = {
  kind: "invalid",
  code: "InvalidIdentifier",
  message:
    "The user must be named by its object id, a GUID: of the user, or of the service principal (under Enterprise applications), not of its app registration. Correct it in the address.",
  target: "objectId",
};
const lastOwner: Refusal = {
  kind: "conflict",
  code: "LastOwner",
  message: "This is the publisher's last owner. Make somebody else an owner first.",
  target: "objectId",
};
