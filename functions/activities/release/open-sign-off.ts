import { withPreview } from "../../../shared/catalogue/catalogue-switch.ts";
import type { Ports } from "../../../shared/ports.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import { stepOf } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { enterSignOff } from "../../../shared/publishing/progress/sign-off.ts";
import { noteMessage } from "../../../shared/publishing/progress/steps.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import type { StepCall } from "../contracts.ts";
import { readProgress, revise } from "../running/revise.ts";
import { stepOutcome } from "../running/step-outcome.ts";
import { reviseRow } from "./catalogue-row.ts";

type Decision = "waiting" | "go-live" | "canceled";
const step = "publisher-sign-off";
const reminderMs = 14 * 24 * 60 * 60 * 1000;

/** Opens the preview, ends the publish operation and says what the publisher has decided so far. */
export const openSignOff =
  (ports: Ports) =>
  async ({ submission, at }: StepCall): Promise<{ decision: Decision }> => {
    const before = await readProgress(ports.progress, submission);
    const decided = decisionIn(before.value, submission);
    if (decided !== "waiting") return { decision: decided };
    if (stepOf(before.value, step)?.status === "notStarted")
      await reviseRow(ports.catalogue, submission, (row) => withPreview(row, submission));
    const open = (progress: Progress) =>
      decisionIn(progress, submission) === "waiting"
        ? reminded(enterSignOff(progress, at), at)
        : progress;
    const after = await revise(ports.progress, submission, open, before);
    return { decision: decisionIn(after.value, submission) };
  };

function decisionIn(progress: Progress, submission: Submission): Decision {
  const outcome = stepOutcome(progress, submission, step);
  if (outcome === "passed") return "go-live";
  if (outcome !== undefined) return "canceled";
  return progress.offer.goLiveRequested ? "go-live" : "waiting";
}

/** Nothing else ends this step, so the publisher hears of it again every two weeks. */
function reminded(progress: Progress, at: string): Progress {
  const heard = stepOf(progress, step)?.messages.at(-1)?.at ?? at;
  const due = Date.parse(at) - Date.parse(heard) >= reminderMs;
  return due ? noteMessage(progress, step, stepNotices.goLiveReminder(at)) : progress;
}
