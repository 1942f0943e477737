import { randomUUID } from "node:crypto";
import type { InvocationContext } from "@azure/functions";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import type { Intent } from "../../shared/ports/reviews.ts";
import type { JsonObject } from "../../shared/ports/values.ts";
import type { Cause } from "../../shared/publishing/history/history-between.ts";
import type { Actor } from "../../shared/publishing/history/history-entry.ts";
import type { Permission } from "../../shared/publishing/progress/permissions.ts";
import type { Progress } from "../../shared/publishing/progress/progress.ts";
import type { Refusal } from "../../shared/publishing/refusal.ts";
import { submissionIdOf, type Submission } from "../../shared/publishing/submission.ts";
import type { Shell } from "../shell.ts";
import { carryOutNow } from "./carry-out.ts";

/** Something a publisher asks of an offer. */
export interface Order {
  readonly act: Intent["act"];
  readonly key: OfferKey;
  readonly by: Actor;
  permit(progress: Progress): Permission | Promise<Permission>;
  change(progress: Progress, at: string): Progress;
  /** What a start freezes as its version. */
  readonly document?: JsonObject;
}

/** Where the offer stands now that the order is placed. */
export interface PlacedOrder {
  readonly progress: Progress;
}

const mostTries = 6;

/**
 * Writes down the intent, changes the state, then tells the workflow. A crash between any two of
 * them loses nothing: the sweep carries out what was written down.
 */
export async function placeOrder(
  shell: Shell,
  context: InvocationContext,
  order: Order,
): Promise<PlacedOrder | Refusal | undefined> {
  const { ports } = shell;
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await ports.progress.read(order.key);
    if (!before) return undefined;
    const permission = await order.permit(before.value);
    if (!permission.ok) return permission.refusal;
    if (permission.act === "already") return { progress: before.value };
    const at = ports.clock.now().toISOString();
    const after = order.change(before.value, at);
    const submission = submissionOf(after);
    const id = `${submission.submissionId}.${order.act}.${randomUUID()}`;
    const intent: Intent = { id, submission, act: order.act, at };
    await ports.intents.write(intent);
    if (after === before.value || (await ports.progress.write(before, after, causeOf(order)))) {
      await carryOutNow(shell, context, intent, order.document);
      return { progress: after };
    }
    await ports.intents.done(intent);
  }
  return concurrentChange;
}

const causeOf = ({ act, by }: Order): Cause =>
  act === "resume" ? { by, act: "resume-requested" } : { by };

/** The submission an offer is at. */
export function submissionOf({ offer }: Progress): Submission {
  const { publisherId, offerId, submission: number, process, hasTestDrive } = offer;
  const submissionId = submissionIdOf(offer, number);
  return { publisherId, offerId, submissionId, number, process, hasTestDrive };
}

const concurrentChange: Refusal = {
  kind: "conflict",
  code: "ConcurrentChange",
  message: "The offer is being changed by others at this moment. Read its status and repeat.",
};
