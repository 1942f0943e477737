import { z } from "zod";
import { OfferDiff } from "../../../../shared/offers/changes/diff/offer-diff.ts";
import { OfferId, PublisherId } from "../../../../shared/offers/offer-key.ts";
import { HistoryEntry } from "../../../../shared/publishing/history/history-entry.ts";
import type { OfferStatus } from "../../../../shared/publishing/progress/progress.ts";
import { DraftDocument, exampleOffer } from "./offer-document.ts";

const statuses = [
  "neverPublished",
  "notStarted",
  "waitingForPublisherReview",
  "running",
  "succeeded",
  "canceled",
  "failed",
] as const satisfies readonly OfferStatus[];

export const OfferStatusWord = z.enum(statuses).meta({
  id: "OfferStatus",
  description:
    "Where the offer stands. waitingForPublisherReview means that the preview is open and the publisher's sign-off is awaited.",
});

const version = z
  .int()
  .nonnegative()
  .describe("The number of the submission it belongs to; 0 before the first.");
const changedTime = z.iso.datetime().describe("When the offer or its state last changed.");

/** An offer document with what the server adds. */
export const OfferAnswer = DraftDocument.extend({
  id: OfferId.optional(),
  publisherId: PublisherId.optional(),
  version,
  status: OfferStatusWord,
  changedTime: changedTime.optional(),
}).meta({
  id: "Offer",
  description:
    "An offer document as it was sent, without its secrets, and with version, status and changedTime, which only the server sets.",
  examples: [{ ...exampleOffer, version: 1, status: "waitingForPublisherReview" }],
});

/** An offer in a list. */
export const OfferSummary = z
  .object({
    offerTypeId: z.string(),
    publisherId: PublisherId,
    status: OfferStatusWord,
    id: OfferId,
    version,
    definition: z.object({ displayText: z.string() }),
    changedTime,
  })
  .meta({ id: "OfferSummary", description: "An offer in a list." });

export const OfferType = z
  .object({ id: z.string(), displayText: z.string(), skuTypes: z.array(z.string()) })
  .meta({ id: "OfferType" });

export const HistoryPage = z
  .object({
    entries: z.array(HistoryEntry).describe("Newest first."),
    next: z.string().optional().describe("The `page` of the following request."),
  })
  .meta({ id: "HistoryPage" });

const Side = z.object({
  slot: z.enum(["draft", "preview", "production"]),
  version: version.optional(),
});

export const DiffAnswer = OfferDiff.extend({ from: Side, to: Side }).meta({
  id: "OfferDiff",
  description: "What differs between two slots of an offer, field by field. Secrets are not shown.",
});
