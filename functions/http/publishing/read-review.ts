import { currentRound } from "../../../shared/review/review-rounds.ts";
import { reviewState } from "../../../shared/review/review-state.ts";
import { submissionIdOf } from "../../../shared/publishing/submission.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { numberedOf } from "../route-values.ts";

/** Where the review of a submission stands, and everything that was said in it. */
export const readReview = endpoint("own", ({ ports }) => async (request) => {
  const named = numberedOf(request);
  if (isRefusal(named)) return named;
  const reviewId = submissionIdOf(named.key, named.number);
  const record = await ports.reviews.read(reviewId);
  if (!record) return missingNotices.review(named.number);
  const round = currentRound(record);
  return ok({ reviewId, round, ...reviewState(record, round), ...record });
});
