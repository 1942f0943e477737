import { randomUUID } from "node:crypto";
import type { InvocationContext, StorageQueueHandler } from "@azure/functions";
import type { ReviewRecord } from "../../shared/review/review.ts";
import { filedMessage } from "../../shared/review/review-rounds.ts";
import { recogniseMessage, type Recognised } from "../../shared/review/recognise-message.ts";
import { carryOutNow } from "../orders/carry-out.ts";
import type { Shell } from "../shell.ts";

/**
 * Records what reviewers say and wakes the review. What cannot be applied is written down for the
 * operator and fails, so that the message itself ends on the poison queue and stays there.
 */
export const reviewerCallback =
  (shell: Shell): StorageQueueHandler =>
  async (entry, context) => {
    const recognised = recogniseMessage(entry);
    switch (recognised.kind) {
      case "malformed":
        return await giveUp(shell, context, { entry, why: recognised.why });
      case "wake-up":
        // Only the outside system knows what is true now; until it is asked, nothing changes.
        await shell.ports.reviews.recordWakeUp(recognised.wakeUp);
        return;
      case "message":
        await apply(shell, context, { ...recognised, entry });
    }
  };

async function giveUp(
  { ports }: Shell,
  context: InvocationContext,
  { entry, why }: { entry: unknown; why: string },
): Promise<never> {
  const { id } = context.triggerMetadata ?? {};
  await ports.reviews.recordUnapplied({
    id: typeof id === "string" ? id : context.invocationId,
    text: typeof entry === "string" ? entry : JSON.stringify(entry ?? null),
    why,
    at: ports.clock.now().toISOString(),
  });
  throw new Error(`A reviewer callback cannot be applied: ${why}`);
}

async function apply(
  shell: Shell,
  context: InvocationContext,
  { reviewId, message, entry }: Recognised & { kind: "message" } & { entry: unknown },
): Promise<void> {
  const { reviews, intents, clock } = shell.ports;
  const record = await reviews.read(reviewId);
  const submission = record && submissionOf(record);
  if (!submission)
    return await giveUp(shell, context, { entry, why: `there is no review ${reviewId}` });
  const isNew = await reviews.record(reviewId, filedMessage(message, record));
  context.info(`${message.type} for ${reviewId} is ${isNew ? "recorded" : "known already"}`);
  // Also for a known message: the run that recorded it may have died before it told the review.
  const at = clock.now().toISOString();
  const id = `${reviewId}.review-changed.${randomUUID()}`;
  const intent = { id, submission, act: "review-changed", at } as const;
  await intents.write(intent);
  await carryOutNow(shell, context, intent);
}

const submissionOf = ({ requests }: ReviewRecord) => requests.at(-1)?.submission;
