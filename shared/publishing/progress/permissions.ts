import { refusalNotices } from "../notices/refusal-notices.ts";
import type { StepId } from "../processes/process.ts";
import type { Refusal } from "../refusal.ts";
import { isUnderWay } from "./change-step.ts";
import type { Progress } from "./progress.ts";
import { isReleasing } from "./sign-off.ts";
import { blockedStep } from "./steps.ts";

/** "start" does it, "already" has been done and is answered as if it were done now. */
export type Permission =
  | { readonly ok: true; readonly act: "start" | "already" }
  | { readonly ok: false; readonly refusal: Refusal };

const start: Permission = { ok: true, act: "start" };
const already: Permission = { ok: true, act: "already" };
const refuse = (refusal: Refusal): Permission => ({ ok: false, refusal });

/** Publishing the version that is under way already is harmless; any other has to wait. */
export function canPublish(
  progress: Progress,
  draft: { readonly isVersionUnderWay: boolean },
): Permission {
  if (!isUnderWay(progress)) return start;
  const { submission, cancelRequested } = progress.offer;
  if (cancelRequested) return refuse(refusalNotices.beingCancelled(submission));
  return draft.isVersionUnderWay ? already : refuse(refusalNotices.operationRunning(submission));
}

/** Go Live is for offers that wait at sign-off. */
export function canGoLive({ offer }: Progress): Permission {
  if (offer.cancelRequested) return refuse(refusalNotices.beingCancelled(offer.submission));
  if (offer.status === "running" && offer.goLiveRequested) return already;
  if (offer.status === "waitingForPublisherReview") return start;
  return refuse(refusalNotices.notWaitingForSignOff(offer.status));
}

/** Cancelling is possible at any time before the release. */
export function canCancel(progress: Progress): Permission {
  if (!isUnderWay(progress)) return refuse(refusalNotices.nothingToCancel(progress.offer.status));
  if (progress.offer.cancelRequested) return already;
  return isReleasing(progress) ? refuse(refusalNotices.tooLateToCancel()) : start;
}

/** Resuming is for a step that is blocked. */
export function canResume(
  progress: Progress,
):
  { readonly ok: true; readonly step: StepId } | { readonly ok: false; readonly refusal: Refusal } {
  const step = blockedStep(progress);
  return step === undefined
    ? { ok: false, refusal: refusalNotices.nothingBlocked() }
    : { ok: true, step };
}
