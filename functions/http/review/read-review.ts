import { access } from "../../../shared/identity/access.ts";
import { currentRound } from "../../../shared/review/review-rounds.ts";
import { reviewState } from "../../../shared/review/review-state.ts";
import { submissionIdOf } from "../../../shared/publishing/submission.ts";
import { ok } from "../answers.ts";
import { numberedEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";

const reading = { dialect: "own", access: access.readers } as const;

/** Where the review of a submission stands, and everything that was said in it. */
export const readReview = numberedEndpoint(reading, ({ ports }) => async ({ key, number }) => {
  const reviewId = submissionIdOf(key, number);
  const record = await ports.reviews.read(reviewId);
  if (!record) return missingNotices.review(number);
  const round = currentRound(record);
  return ok({ reviewId, round, ...reviewState(record, round), ...record });
});
