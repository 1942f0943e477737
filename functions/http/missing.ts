import type { OfferKey } from "../../shared/offers/offer-key.ts";
import type { Refusal, RefusalCode } from "../../shared/publishing/refusal.ts";

const missing = (code: RefusalCode, message: string, target: string): Refusal => ({
  kind: "not-found",
  code,
  message,
  target,
});

/** What is said about things that are not there, and where to find those that are. */
export const missingNotices = {
  publisher: (publisherId: string) =>
    missing(
      "PublisherNotFound",
      `There is no publisher ${publisherId}. An operator creates it with PUT /api/publishers/${publisherId}.`,
      "publisherId",
    ),
  member: (objectId: string) =>
    missing(
      "MemberNotFound",
      `The publisher has no user ${objectId}. GET its users for the object ids there are.`,
      "objectId",
    ),
  waiver: (fingerprint: string) =>
    missing(
      "WaiverNotFound",
      `The offer has no waiver of ${fingerprint}. GET its waivers for those there are.`,
      "fingerprint",
    ),
  offer: ({ publisherId, offerId }: OfferKey) =>
    missing(
      "OfferNotFound",
      `Publisher ${publisherId} has no offer ${offerId}. GET /api/publishers/${publisherId}/offers lists its offers; PUT creates one.`,
      "offerId",
    ),
  version: (number: number) =>
    missing(
      "VersionNotFound",
      `The offer has no version ${String(number)}. GET its submissions for the numbers there are.`,
      "number",
    ),
  slot: (slot: string, why: string) =>
    missing("SlotNotFound", `The offer has nothing in slot ${slot}: ${why}`, "slot"),
  submission: (number: number) =>
    missing(
      "SubmissionNotFound",
      `The offer has no submission ${String(number)}. GET its submissions for the numbers there are.`,
      "number",
    ),
  operation: (id: string) =>
    missing(
      "OperationNotFound",
      `There is no operation ${id}. GET the offer's submissions for the ids there are.`,
      "operationId",
    ),
  asset: (assetId: string) =>
    missing(
      "AssetNotFound",
      `The offer has no asset ${assetId}. GET its assets for the ids there are; POST there asks for a new one.`,
      "assetId",
    ),
  report: (step: string) =>
    missing(
      "ReportNotFound",
      `Step ${step} of this submission has no report. Only checks that have ended have one; GET the offer's status for the steps.`,
      "step",
    ),
  review: (number: number) =>
    missing(
      "ReviewNotFound",
      `Submission ${String(number)} has not been put before the reviewers yet.`,
      "number",
    ),
  process: (id: string, known: readonly string[]) =>
    missing(
      "ProcessNotFound",
      `There is no publishing process ${id}; there are ${known.join(" and ")}.`,
      "processId",
    ),
  plan: (planId: string) =>
    missing(
      "PlanNotFound",
      `The offer has no plan ${planId}. GET its catalogue entry for the plans there are.`,
      "planId",
    ),
} as const;
