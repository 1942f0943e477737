import { z } from "zod";
import { access } from "../../../shared/identity/access.ts";
import { Compatibility } from "../../../shared/identity/publisher.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal, publisherEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { bodyOf } from "../request/request-body.ts";
import { publisherView } from "./publisher-view.ts";

/** The publishers that the caller acts for; reviewers and operators see all of them. */
export const listPublishers = endpoint(
  { dialect: "cpp", access: access.signedIn },
  ({ ports }) =>
    async ({ caller }) => {
      if (caller.roles.length > 0) return ok((await ports.publishers.list()).map(publisherView));
      const memberships = await ports.members.of(caller);
      const publishers = await Promise.all(
        memberships.map(({ publisherId }) => ports.publishers.read(publisherId)),
      );
      return ok(publishers.flatMap((publisher) => (publisher ? [publisherView(publisher)] : [])));
    },
);

/** One publisher. */
export const readPublisher = publisherEndpoint(
  { dialect: "cpp", access: access.readers },
  ({ ports }) =>
    async ({ publisherId }) => {
      const publisher = await ports.publishers.read(publisherId);
      return publisher ? ok(publisherView(publisher)) : missingNotices.publisher(publisherId);
    },
);

export const PublisherBody = z.object({
  displayText: z
    .string({ error: "must be the publisher's name" })
    .trim()
    .min(1, { error: "must be the publisher's name" })
    .max(100, { error: "must have at most 100 characters" }),
  sellerId: z.string().max(100).optional(),
  compatibility: Compatibility.partial().optional(),
});

/** Creates a publisher, or changes its name and what its clients expect; fields left out stay. */
export const writePublisher = publisherEndpoint(
  { dialect: "own", access: access.operators },
  ({ ports }) =>
    async ({ request, publisherId }) => {
      const sent = await bodyOf(request, PublisherBody);
      if (isRefusal(sent)) return sent;
      const { displayText, sellerId, compatibility } = sent.body;
      const before = await ports.publishers.read(publisherId);
      const at = ports.clock.now().toISOString();
      const publisher = {
        publisherId,
        displayText,
        sellerId: sellerId ?? before?.sellerId ?? "",
        compatibility: Compatibility.parse({ ...before?.compatibility, ...compatibility }),
        createdAt: before?.createdAt ?? at,
        changedAt: at,
      };
      await ports.publishers.put(publisher);
      return ok(publisherView(publisher));
    },
);
