import { Future } from "./future.ts";
import type { ReplayContext } from "../replay-context.ts";
import { type Steps, wait } from "./steps.ts";

/** Waits until a time; a long wait is a chain of shorter timers, each with an id of its own. */
export function* waitUntil(context: ReplayContext, fireAt: Date, isCanceled: boolean): Steps<null> {
  const { shortTimerMs, longTimerChunkMs } = context.settings;
  if (fireAt.getTime() - context.now.getTime() <= shortTimerMs) {
    yield* wait(orderTimer(context, fireAt, isCanceled));
    return null;
  }
  while (context.now < fireAt) {
    const remaining = fireAt.getTime() - context.now.getTime();
    const chunk = new Date(context.now.getTime() + Math.min(remaining, longTimerChunkMs));
    // A cancelled long timer ends at its first chunk on every replay, also when more chunks were
    // created before it was cancelled: from there on the ids of the replay differ from the history.
    yield* wait(orderTimer(context, chunk, isCanceled));
  }
  return null;
}

/** One timer; a cancelled one takes its id and its event, but nobody waits for it. */
function orderTimer(context: ReplayContext, fireAt: Date, isCanceled: boolean): Future<unknown> {
  const { id, future } = context.orderWithId({ kind: "timer", fireAt });
  if (!isCanceled) return future;
  context.open.delete(id);
  return Future.failed(new Error("The timer was cancelled."));
}
