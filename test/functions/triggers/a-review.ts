import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import { submissionIdOf } from "../../../shared/publishing/submission.ts";
import type { ReviewRequest } from "../../../shared/review/review.ts";

const at = "2030-01-07T09:00:00.000Z";

/** A round that is before the reviewers. */
export function aRequest(key: OfferKey, round = 1): ReviewRequest {
  const reviewId = submissionIdOf(key, 1);
  const submission = {
    ...key,
    submissionId: reviewId,
    number: 1,
    process: "2018-01",
    hasTestDrive: false,
  } as const;
  return { reviewId, submission, round, openedAt: at, dueAt: at, offerTitle: "Contoso", plans: [] };
}

/** An approval, as a reviewer's system sends it. */
export const anApproval = (more: object = {}) => ({
  version: "1",
  id: "message-1",
  reviewId: "contoso.app.1",
  type: "approve",
  actor: { id: "r1", name: "Rita", role: "reviewer" },
  at,
  source: { kind: "test" },
  ...more,
});
