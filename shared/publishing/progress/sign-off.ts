import { stepNotices } from "../notices/step-notices.ts";
import { isUnderWay, moved, stepOf, withMessage } from "./change-step.ts";
import { endOperations, operationOf } from "./operations.ts";
import type { Operation, Progress } from "./progress.ts";
import { waitingForPublisher } from "./waiting.ts";

/** Go Live was pressed; without addresses of its own it keeps those of the publish. */
export interface GoLiveOrder {
  readonly operationId: string;
  readonly notificationEmails?: string;
}

/** From this progress of the live step on, the release can no longer be stopped. */
const releasing = 90;

/** Ends the publish operation: the preview is open and the publisher decides. */
export function enterSignOff(progress: Progress, at: string): Progress {
  const state = stepOf(progress, "publisher-sign-off");
  if (state === undefined || !isUnderWay(progress) || progress.offer.goLiveRequested)
    return progress;
  const waiting = waitingForPublisher(state, at);
  if (waiting === state) return progress;
  const told = withMessage(waiting, stepNotices.previewOpen(at));
  return {
    offer: { ...progress.offer, status: "waitingForPublisherReview", changedAt: at },
    operations: endOperations(progress, "succeeded", at),
    steps: progress.steps.map((other) => (other === state ? told : other)),
  };
}

/** Starts the goLive operation of a submission that waits at sign-off. */
export function requestGoLive(progress: Progress, order: GoLiveOrder, at: string): Progress {
  if (progress.offer.status !== "waitingForPublisherReview" || progress.offer.cancelRequested)
    return progress;
  const operation: Operation = {
    id: order.operationId,
    type: "goLive",
    submission: progress.offer.submission,
    state: "running",
    createdAt: at,
    changedAt: at,
    notificationEmails:
      order.notificationEmails ?? operationOf(progress, "publish")?.notificationEmails ?? "",
  };
  return {
    offer: { ...progress.offer, status: "running", goLiveRequested: true, changedAt: at },
    operations: [operation, ...progress.operations],
    steps: progress.steps.map((state) =>
      state.step === "publisher-sign-off" ? moved(state, "inProgress", at) : state,
    ),
  };
}

/** Whether the release is past the point where it could be stopped. */
export const isReleasing = (progress: Progress): boolean =>
  (stepOf(progress, "live")?.progress ?? 0) >= releasing;

/** Asks the running submission to stop at its next look; refused in silence once it is being released. */
export function requestCancel(progress: Progress, at: string): Progress {
  if (!isUnderWay(progress) || isReleasing(progress) || progress.offer.cancelRequested)
    return progress;
  return { ...progress, offer: { ...progress.offer, cancelRequested: true, changedAt: at } };
}

/** Passes the point of no return, unless a cancel came first: look at `isReleasing` of the answer. */
export function beginRelease(progress: Progress, at: string): Progress {
  const live = stepOf(progress, "live");
  if (live?.status !== "inProgress" || !isUnderWay(progress)) return progress;
  if (progress.offer.cancelRequested || isReleasing(progress)) return progress;
  return {
    ...progress,
    offer: { ...progress.offer, changedAt: at },
    steps: progress.steps.map((state) =>
      state === live ? { ...state, progress: releasing } : state,
    ),
  };
}
