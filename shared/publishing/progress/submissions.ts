import type { OfferKey } from "../../offers/offer-key.ts";
import type { ProcessId } from "../processes/process.ts";
import { processOf, rowsFor } from "../processes/processes.ts";
import type { Submission } from "../submission.ts";
import { isUnderWay, moved, stepOf } from "./change-step.ts";
import { endOperations } from "./operations.ts";
import type { OfferState, Operation, Progress, StepState } from "./progress.ts";

/** What a draft says about its offer in lists. */
export interface OfferDescription {
  readonly displayText: string;
  readonly offerTypeId: string;
}

/** An offer that was never published. */
export const newOffer = (
  key: OfferKey,
  offer: OfferDescription & { readonly process: ProcessId },
  at: string,
): Progress => ({
  offer: {
    publisherId: key.publisherId,
    offerId: key.offerId,
    displayText: offer.displayText,
    offerTypeId: offer.offerTypeId,
    status: "neverPublished",
    process: offer.process,
    submission: 0,
    hasTestDrive: false,
    cancelRequested: false,
    goLiveRequested: false,
    changedAt: at,
  },
  operations: [],
  steps: [],
});

/** Takes over what a saved draft says; where the offer stands does not change. */
export const describeOffer = (
  progress: Progress,
  { displayText, offerTypeId }: OfferDescription,
  at: string,
): Progress => ({
  ...progress,
  offer: { ...progress.offer, displayText, offerTypeId, changedAt: at },
});

/** Publish was pressed. */
export interface PublishOrder {
  readonly submission: Submission;
  readonly operationId: string;
  readonly notificationEmails: string;
}

const notStarted = (step: StepState["step"]): StepState => ({
  step,
  status: "notStarted",
  progress: 0,
  waits: [],
  messages: [],
  findings: [],
  findingCount: 0,
});

const publishOperation = (order: PublishOrder, at: string): Operation => ({
  id: order.operationId,
  type: "publish",
  submission: order.submission.number,
  state: "running",
  createdAt: at,
  changedAt: at,
  notificationEmails: order.notificationEmails,
});

/** Opens the next submission; none is opened while one is under way, nor a number twice. */
export function openSubmission(progress: Progress, order: PublishOrder, at: string): Progress {
  const { submission } = order;
  if (isUnderWay(progress) || submission.number <= progress.offer.submission) return progress;
  const offer: OfferState = {
    ...progress.offer,
    status: "running",
    process: submission.process,
    submission: submission.number,
    hasTestDrive: submission.hasTestDrive,
    cancelRequested: false,
    goLiveRequested: false,
    changedAt: at,
  };
  return {
    offer,
    operations: [publishOperation(order, at)],
    steps: rowsFor(processOf(submission.process), submission).map((row) => notStarted(row.step)),
  };
}

/** Whether work for a submission must end: it was cancelled, has ended, or another one took its place. */
export const mustStop = (progress: Progress, submission: Submission): boolean =>
  progress.offer.submission !== submission.number ||
  progress.offer.cancelRequested ||
  !isUnderWay(progress);

/** Closes the submission as cancelled: begun steps are cancelled, later ones stay as they were. */
export function cancelSubmission(progress: Progress, at: string): Progress {
  if (!isUnderWay(progress)) return progress;
  return {
    offer: {
      ...progress.offer,
      status: "canceled",
      cancelRequested: false,
      goLiveRequested: false,
      changedAt: at,
    },
    operations: endOperations(progress, "canceled", at),
    steps: progress.steps.map((state) => moved(state, "canceled", at)),
  };
}

/** The release is out: the submission ends well and is what customers see. */
export function finishLive(progress: Progress, at: string): Progress {
  const isAtLive = stepOf(progress, "live")?.status === "inProgress";
  if (!isUnderWay(progress) || !isAtLive) return progress;
  return {
    offer: {
      ...progress.offer,
      status: "succeeded",
      liveSubmission: progress.offer.submission,
      cancelRequested: false,
      goLiveRequested: false,
      changedAt: at,
    },
    operations: endOperations(progress, "succeeded", at),
    steps: progress.steps.map((state) =>
      state.step === "live" ? moved(state, "complete", at) : state,
    ),
  };
}
