import type { Finding } from "../../findings/finding.ts";
import type { BusinessCalendar } from "../calendar/business-days.ts";
import { stepNotices } from "../notices/step-notices.ts";
import type { StepId } from "../processes/process.ts";
import { changeStep, isUnderWay, moved, withDueAt, withMessage } from "./change-step.ts";
import { firstFindings } from "./first-findings.ts";
import { endOperations } from "./operations.ts";
import type { Progress, StepMessage, StepState } from "./progress.ts";

/** What a gate found; `report` names the blob with all of it. */
export interface StepResult {
  readonly findings: readonly Finding[];
  readonly report?: string;
}

const noted = (state: StepState, result: StepResult): StepState => ({
  ...state,
  findings: firstFindings(result.findings),
  findingCount: result.findings.length,
  ...(result.report === undefined ? {} : { report: result.report }),
});

/** Starts a step that has not begun, and sets when it is due. */
export const beginStep = (
  progress: Progress,
  step: StepId,
  calendar: BusinessCalendar,
  at: string,
): Progress =>
  changeStep(
    progress,
    step,
    (state) =>
      state.status === "notStarted"
        ? withDueAt(progress, moved(state, "inProgress", at), calendar)
        : state,
    at,
  );

/** Completes a step; warnings stay visible. */
export const passStep = (
  progress: Progress,
  step: StepId,
  result: StepResult,
  at: string,
): Progress =>
  changeStep(
    progress,
    step,
    (state) => {
      const after = moved(state, "complete", at);
      return after === state ? state : noted(after, result);
    },
    at,
  );

/** Ends the submission at a step whose findings the publisher must act on; what is live stays live. */
export function rejectStep(
  progress: Progress,
  step: StepId,
  result: StepResult,
  at: string,
): Progress {
  const rejected = changeStep(
    progress,
    step,
    (state) => {
      const after = moved(state, "rejected", at);
      return after === state ? state : noted(after, result);
    },
    at,
  );
  if (rejected === progress) return progress;
  return {
    ...rejected,
    offer: {
      ...rejected.offer,
      status: "failed",
      cancelRequested: false,
      goLiveRequested: false,
      changedAt: at,
    },
    operations: endOperations(rejected, "failed", at),
  };
}

/** Halts a step for a fault of ours; the offer does not turn red. */
export const blockStep = (progress: Progress, step: StepId, reason: string, at: string): Progress =>
  changeStep(
    progress,
    step,
    (state) => {
      const after = moved(state, "blocked", at);
      return after === state ? state : withMessage(after, stepNotices.blocked(reason, at));
    },
    at,
  );

/** Goes on with a blocked step. */
export const unblockStep = (progress: Progress, step: StepId, at: string): Progress =>
  changeStep(
    progress,
    step,
    (state) =>
      state.status === "blocked"
        ? withMessage(moved(state, "inProgress", at), stepNotices.unblocked(at))
        : state,
    at,
  );

/** Says something on the Status tab; saying it twice at the same time says it once. */
export const noteMessage = (progress: Progress, step: StepId, message: StepMessage): Progress =>
  changeStep(progress, step, (state) => withMessage(state, message), message.at);

/** Says something that stays true, however often it is noticed: the first time counts. */
export const noteOnce = (progress: Progress, step: StepId, message: StepMessage): Progress =>
  changeStep(
    progress,
    step,
    (state) =>
      state.messages.some(({ text, level }) => text === message.text && level === message.level)
        ? state
        : withMessage(state, message),
    message.at,
  );

/** Moves a begun step's progress forward, never back. */
export const setProgress = (
  progress: Progress,
  step: StepId,
  percent: number,
  at: string,
): Progress =>
  changeStep(
    progress,
    step,
    (state) => {
      const next = Math.min(99, Math.max(0, Math.floor(percent)));
      const begun = state.startedAt !== undefined && state.endedAt === undefined;
      return begun && next > state.progress ? { ...state, progress: next } : state;
    },
    at,
  );

/** The step that waits for the operator, if one does. */
export const blockedStep = (progress: Progress): StepId | undefined =>
  isUnderWay(progress)
    ? progress.steps.find((state) => state.status === "blocked")?.step
    : undefined;
