import { stepOf } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { mustStop } from "../../../shared/publishing/progress/submissions.ts";
import type { StepId } from "../../../shared/publishing/processes/process.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import type { GateOutcome } from "../contracts.ts";

/**
 * How a submission's step has ended as far as storage knows, undefined while it may still work.
 * A repeated run of an activity answers from here, so it repeats the answer and not the work.
 */
export function stepOutcome(
  progress: Progress,
  submission: Submission,
  step: StepId,
): GateOutcome["outcome"] | undefined {
  if (progress.offer.submission !== submission.number) return "canceled";
  const status = stepOf(progress, step)?.status;
  if (status === "rejected") return "rejected";
  if (mustStop(progress, submission))
    return status === "complete" ? whenOver(progress) : "canceled";
  return status === "complete" ? "passed" : undefined;
}

// Only a finished release has steps that stay passed; after a cancel nothing may go on.
const whenOver = (progress: Progress): GateOutcome["outcome"] =>
  progress.offer.status === "succeeded" ? "passed" : "canceled";
