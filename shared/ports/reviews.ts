import type { Submission } from "../publishing/submission.ts";
import type { ReviewMessage, ReviewRecord, ReviewRequest, ReviewWakeUp } from "../review/review.ts";
import type { JsonObject } from "./values.ts";

/** Reviews and every message that arrived for them. */
export interface ReviewStore {
  /** Opens a round; opening it again changes nothing. */
  open(request: ReviewRequest): Promise<void>;
  read(reviewId: string): Promise<ReviewRecord | undefined>;
  /** Keyed by the message's id: false when it was known. */
  record(reviewId: string, message: ReviewMessage): Promise<boolean>;
  recordWakeUp(wakeUp: ReviewWakeUp): Promise<void>;
  /** Keyed by the queue message's id: however often it is tried, it is one row. */
  recordUnapplied(callback: UnappliedCallback): Promise<void>;
  /** The newest of them, for the operator. */
  unapplied(): Promise<readonly UnappliedCallback[]>;
}

/** A message on the callback queue that could not be applied; it stays on the poison queue. */
export interface UnappliedCallback {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  readonly at: string;
}

/** What a submission was asked to do, written before it is told, so that a crash between the two loses nothing. */
export interface Intent {
  readonly id: string;
  readonly submission: Submission;
  readonly act: "start" | "go-live" | "cancel" | "resume" | "review-changed";
  readonly at: string;
}

export interface Intents {
  write(intent: Intent): Promise<void>;
  done(intent: Intent): Promise<void>;
  /** Those older than `before` and still there. */
  pending(before: Date): Promise<readonly Intent[]>;
}

/** The durable engine, as far as the application talks to it. */
export interface Workflows {
  /** A second start of the same submission is harmless. */
  start(submission: Submission): Promise<void>;
  raise(submissionId: string, event: string, data: JsonObject): Promise<void>;
}
