import type { BusinessCalendar } from "../calendar/business-days.ts";
import type { StepId } from "../processes/process.ts";
import { changeStep, moved, withDueAt, withoutDueAt } from "./change-step.ts";
import type { Progress, StepState } from "./progress.ts";

/** Nothing is due from us while we wait, so the due date goes until the clock runs again. */
export const waitingForPublisher = (state: StepState, at: string): StepState => {
  const after = moved(state, "waitingForPublisherReview", at);
  return after === state ? state : withoutDueAt(after);
};

/** Stops the step's clock: it is the publisher's turn. */
export const waitForPublisher = (progress: Progress, step: StepId, at: string): Progress =>
  changeStep(
    progress,
    step,
    (state) => (state.status === "notStarted" ? state : waitingForPublisher(state, at)),
    at,
  );

/** Lets the clock run again. */
export const resumeFromPublisher = (
  progress: Progress,
  step: StepId,
  calendar: BusinessCalendar,
  at: string,
): Progress =>
  changeStep(
    progress,
    step,
    (state) =>
      state.status === "waitingForPublisherReview"
        ? withDueAt(progress, moved(state, "inProgress", at), calendar)
        : state,
    at,
  );

/** It is the reviewers' turn; their time is ours, so the clock runs. */
export const waitForReviewer = (
  progress: Progress,
  step: StepId,
  calendar: BusinessCalendar,
  at: string,
): Progress =>
  changeStep(
    progress,
    step,
    (state) => {
      const after = moved(state, "waitingForApproval", at);
      return after === state ? state : withDueAt(progress, after, calendar);
    },
    at,
  );
