import { canCancel } from "../progress/permissions.ts";
import type { OfferState, Operation, OperationState, Progress } from "../progress/progress.ts";
import { offerMessages } from "./status-view.ts";
import { stepView } from "./step-view.ts";

/** What the caller's client calls an operation that ended well; clients disagree. */
export type SuccessWord = "succeeded" | "complete";

/** The slot an operation fills: publish fills staging, goLive fills production. */
export const slotOf = (operation: Operation): "staging" | "production" =>
  operation.type === "publish" ? "staging" : "production";

const wordOf = (state: OperationState, success: SuccessWord): OperationState | SuccessWord =>
  state === "succeeded" ? success : state;

/** One operation in a list. `version` grows with every change, within safe integers. */
export function operationListItem(
  offer: OfferState,
  operation: Operation,
  success: SuccessWord = "succeeded",
) {
  return {
    id: operation.id,
    offerId: offer.offerId,
    offerVersion: operation.submission,
    offerTypeId: offer.offerTypeId,
    publisherId: offer.publisherId,
    submissionType: operation.type,
    submissionState: wordOf(operation.state, success),
    status: wordOf(operation.state, success),
    publishingVersion: operation.submission,
    slot: slotOf(operation),
    version: Date.parse(operation.changedAt),
    definition: { metadata: { emails: operation.notificationEmails } },
    createdDateTime: operation.createdAt,
    lastActionDateTime: operation.changedAt,
    changedTime: operation.changedAt,
  };
}

const cancellation = (progress: Progress, operation: Operation): string => {
  const permission = canCancel(progress);
  if (operation.submission !== progress.offer.submission || !permission.ok) return "cannotCancel";
  return permission.act === "already" ? "cancelRequested" : "canCancel";
};

/** One operation in detail. Steps and messages are those of its submission while that is the newest. */
export function operationView(
  progress: Progress,
  operation: Operation,
  success: SuccessWord = "succeeded",
) {
  const isNewest = operation.submission === progress.offer.submission;
  return {
    ...operationListItem(progress.offer, operation, success),
    messages: isNewest ? offerMessages(progress) : [],
    cancellationRequestState: cancellation(progress, operation),
    steps: isNewest ? progress.steps.map((state) => stepView(progress, state)) : [],
    previewLinks: [],
    liveLinks: [],
    notificationEmails: operation.notificationEmails,
  };
}
