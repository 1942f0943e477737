import type { Finding } from "../../findings/finding.ts";
import type { OfferKey } from "../../offers/offer-key.ts";
import type { ProcessId, StepId } from "../processes/process.ts";

/** Words of the CPP dialect; camelCase on the wire. */
export type OfferStatus =
  | "neverPublished"
  | "notStarted"
  | "waitingForPublisherReview"
  | "running"
  | "succeeded"
  | "canceled"
  | "failed";

export type StepStatus =
  | "notStarted"
  | "inProgress"
  | "waitingForPublisherReview"
  | "waitingForApproval"
  | "blocked"
  | "rejected"
  | "complete"
  | "canceled";

/** One line on the Status tab, as plain text; markup is added where it is shown. Times are ISO 8601 UTC. */
export interface StepMessage {
  readonly text: string;
  readonly level: "information" | "warning" | "error";
  readonly at: string;
  readonly link?: string;
}

/** An interval in which the clock stood still because we waited for the publisher. */
export interface Wait {
  readonly from: string;
  readonly to?: string;
}

export interface StepState {
  readonly step: StepId;
  readonly status: StepStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** Start plus estimate in our own time; moves while the clock stands still. */
  readonly dueAt?: string;
  readonly waits: readonly Wait[];
  readonly messages: readonly StepMessage[];
  /** The first findings; all of them are in the report. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  /** Blob name of the full report. */
  readonly report?: string;
}

export type OperationType = "publish" | "goLive";
export type OperationState = "running" | "succeeded" | "failed" | "canceled";

/** A CPP operation: publish runs to sign-off, goLive from there to Live. */
export interface Operation {
  readonly id: string;
  readonly type: OperationType;
  readonly submission: number;
  readonly state: OperationState;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly notificationEmails: string;
}

/** What the offer's own row holds: where it stands now. */
export interface OfferState extends OfferKey {
  readonly displayText: string;
  readonly offerTypeId: string;
  readonly status: OfferStatus;
  readonly process: ProcessId;
  /** Number of the newest submission; 0 before the first. */
  readonly submission: number;
  /** Number of the submission that customers see. */
  readonly liveSubmission?: number;
  readonly hasTestDrive: boolean;
  readonly cancelRequested: boolean;
  readonly goLiveRequested: boolean;
  readonly changedAt: string;
}

/** The whole Status tab: the offer's row, and the operations and steps of its newest submission. */
export interface Progress {
  readonly offer: OfferState;
  readonly operations: readonly Operation[];
  readonly steps: readonly StepState[];
}
