import type { InvocationContext } from "@azure/functions";
import type { Intent, Workflows } from "../../shared/ports/reviews.ts";
import type { JsonObject } from "../../shared/ports/values.ts";
import { isUnderWay } from "../../shared/publishing/progress/change-step.ts";
import type { Progress } from "../../shared/publishing/progress/progress.ts";
import {
  cancelRequested,
  goLiveRequested,
  resumeRequested,
  reviewChanged,
} from "../activities/contracts.ts";
import type { Shell } from "../shell.ts";

const events = {
  "go-live": goLiveRequested,
  cancel: cancelRequested,
  resume: resumeRequested,
  "review-changed": reviewChanged,
} as const;

/** Does what was just written down. A failure is only logged: the sweep tries again. */
export async function carryOutNow(
  shell: Shell,
  context: InvocationContext,
  intent: Intent,
  document?: JsonObject,
): Promise<void> {
  try {
    await perform(shell, shell.workflowsOf(context), intent, document);
    await shell.ports.intents.done(intent);
  } catch (error) {
    context.warn(`${intent.act} of ${intent.submission.submissionId} is left to the sweep`, error);
  }
}

/** Does what an intent says if that is still wanted, and forgets it. */
export async function carryOutLate(
  shell: Shell,
  context: InvocationContext,
  intent: Intent,
): Promise<void> {
  const progress = await shell.ports.progress.read(intent.submission);
  if (progress && isWanted(progress.value, intent)) {
    await perform(shell, shell.workflowsOf(context), intent);
  }
  await shell.ports.intents.done(intent);
}

/** An intent is written before the state changes; where the state never did, nobody was promised anything. */
function isWanted(progress: Progress, { act, submission }: Intent): boolean {
  const { offer } = progress;
  if (offer.submission !== submission.number || !isUnderWay(progress)) return false;
  if (act === "go-live") return offer.goLiveRequested;
  return act === "cancel" ? offer.cancelRequested : true;
}

async function perform(
  { ports }: Shell,
  workflows: Workflows,
  { act, submission }: Intent,
  document?: JsonObject,
): Promise<void> {
  if (act !== "start") {
    const { name } = events[act];
    await workflows.raise(submission.submissionId, name, { act });
    return;
  }
  const frozen = document ?? (await ports.documents.readDraft(submission))?.value;
  if (!frozen) throw new Error(`The draft of ${submission.submissionId} is gone.`);
  await ports.documents.freeze(submission, submission.number, frozen);
  await workflows.start(submission);
}
