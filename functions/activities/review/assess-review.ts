import type { Ports } from "../../../shared/ports.ts";
import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { reviewState, type ReviewState } from "../../../shared/review/review-state.ts";
import type { GateOutcome, RoundCall } from "../contracts.ts";
import { closePreview } from "../release/close-preview.ts";
import { readProgress, revise } from "../running/revise.ts";
import { stepOutcome } from "../running/step-outcome.ts";
import { afterReview } from "./after-review.ts";

type Verdict = ReviewState["verdict"] | "canceled";

const step = "microsoft-review";
const verdictOf: Readonly<Record<GateOutcome["outcome"], Verdict>> = {
  passed: "approved",
  rejected: "rejected",
  canceled: "canceled",
};

/** Reads every message of the review, shows on the Status tab where it stands, and says so. */
export const assessReview =
  (ports: Ports) =>
  async (call: RoundCall): Promise<{ verdict: Verdict }> => {
    const { submission, round, at } = call;
    const before = await readProgress(ports.progress, submission);
    const known = stepOutcome(before.value, submission, step);
    if (known !== undefined) return { verdict: verdictOf[known] };
    const record = await ports.reviews.read(submission.submissionId);
    if (record === undefined) throw new Error(`review ${submission.submissionId} was never opened`);
    const state = reviewState(record, round);
    if (state.verdict === "rejected") await closePreview(ports, submission);
    const calendar = calendarOf(ports.holidayCountry);
    const show = (progress: Progress) =>
      stepOutcome(progress, submission, step) === undefined
        ? afterReview(progress, state, { round, at, calendar })
        : progress;
    const after = await revise(ports.progress, submission, show, before);
    const ended = stepOutcome(after.value, submission, step);
    return { verdict: ended === undefined ? state.verdict : verdictOf[ended] };
  };
