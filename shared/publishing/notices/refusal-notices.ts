import type { Refusal } from "../refusal.ts";

/** Why an act on a submission is refused, and what to do instead. */
export const refusalNotices = {
  operationRunning: (submission: number): Refusal => ({
    kind: "conflict",
    code: "OperationRunning",
    message: `Submission ${String(submission)} of this offer is being published, and the draft has changed since. Wait for it to end, or cancel it, then publish again.`,
  }),
  beingCancelled: (submission: number): Refusal => ({
    kind: "conflict",
    code: "CancelAlreadyRequested",
    message: `Submission ${String(submission)} is being cancelled. Try again when its status is canceled.`,
  }),
  notWaitingForSignOff: (status: string): Refusal => ({
    kind: "conflict",
    code: "NotWaitingForSignOff",
    message: `Go Live is possible while the offer waits for publisher sign-off; its status is ${status}. Publish it first, or wait until the preview is open.`,
  }),
  nothingToCancel: (status: string): Refusal => ({
    kind: "conflict",
    code: "NothingToCancel",
    message: `Nothing of this offer is being published (its status is ${status}), so there is nothing to cancel.`,
  }),
  tooLateToCancel: (): Refusal => ({
    kind: "conflict",
    code: "TooLateToCancel",
    message:
      "The release is being switched live and can no longer be cancelled. Publish another version to replace it.",
  }),
  nothingBlocked: (): Refusal => ({
    kind: "conflict",
    code: "NothingBlocked",
    message: "No step of this offer is blocked, so there is nothing to resume.",
  }),
} as const;
