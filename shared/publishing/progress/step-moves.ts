import type { StepStatus } from "./progress.ts";

/** Every move a step may make; complete, rejected and canceled are final. */
export const stepMoves: Readonly<Record<StepStatus, readonly StepStatus[]>> = {
  notStarted: ["inProgress", "waitingForPublisherReview"],
  inProgress: [
    "waitingForPublisherReview",
    "waitingForApproval",
    "blocked",
    "rejected",
    "complete",
    "canceled",
  ],
  waitingForPublisherReview: [
    "inProgress",
    "waitingForApproval",
    "blocked",
    "rejected",
    "complete",
    "canceled",
  ],
  waitingForApproval: [
    "inProgress",
    "waitingForPublisherReview",
    "blocked",
    "rejected",
    "complete",
    "canceled",
  ],
  blocked: ["inProgress", "rejected", "canceled"],
  rejected: [],
  complete: [],
  canceled: [],
};

export const mayMove = (from: StepStatus, to: StepStatus): boolean => stepMoves[from].includes(to);
