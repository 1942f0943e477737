import type { CatalogueEntry } from "../../../shared/catalogue/catalogue-entry.ts";
import type { Ports } from "../../../shared/ports.ts";
import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import { stepOf } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { beginStep, noteMessage } from "../../../shared/publishing/progress/steps.ts";
import { waitForReviewer } from "../../../shared/publishing/progress/waiting.ts";
import type { ReviewRequest } from "../../../shared/review/review.ts";
import type { RoundCall } from "../contracts.ts";
import { readProgress, revise } from "../running/revise.ts";
import { stepOutcome } from "../running/step-outcome.ts";

const step = "microsoft-review";

/** Puts a round before the reviewers, then says so on the Status tab. */
export const openReview =
  (ports: Ports) =>
  async (call: RoundCall): Promise<{ outcome: "opened" | "canceled" }> => {
    const { submission, round, at } = call;
    const before = await readProgress(ports.progress, submission);
    if (stepOutcome(before.value, submission, step) !== undefined)
      return { outcome: endedAs(before.value, call) };
    const open = (progress: Progress) =>
      stepOutcome(progress, submission, step) === undefined
        ? opened(progress, ports.holidayCountry, round, at)
        : progress;
    const entry = await ports.catalogue.readEntry(submission, submission.number);
    if (entry === undefined) throw new Error(`${submission.submissionId} was never packaged`);
    const dueAt = stepOf(open(before.value), step)?.dueAt ?? at;
    await ports.reviews.open(requestOf(call, entry, dueAt));
    const after = await revise(ports.progress, submission, open, before);
    return { outcome: endedAs(after.value, call) };
  };

function opened(progress: Progress, country: string, round: number, at: string): Progress {
  const calendar = calendarOf(country);
  const begun = beginStep(progress, step, calendar, at);
  const waiting = waitForReviewer(begun, step, calendar, at);
  // Waiting already: this round was opened by an earlier run of this activity.
  return waiting === begun
    ? progress
    : noteMessage(waiting, step, stepNotices.reviewOpened(round, at));
}

// A step that has passed or was rejected is for assessReview to tell.
const endedAs = (progress: Progress, { submission }: RoundCall): "opened" | "canceled" =>
  stepOutcome(progress, submission, step) === "canceled" ? "canceled" : "opened";

const requestOf = (
  { submission, round, at }: RoundCall,
  entry: CatalogueEntry,
  dueAt: string,
): ReviewRequest => ({
  reviewId: submission.submissionId,
  submission,
  round,
  openedAt: at,
  dueAt,
  offerTitle: entry.title || entry.displayText,
  plans: entry.plans.map((plan) => ({
    planId: plan.planId,
    title: plan.title,
    version: plan.version,
    sha256: plan.package.sha256,
  })),
});
