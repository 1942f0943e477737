import type { ParentLink } from "../history/parent-link.ts";

export type RuntimeStatus =
  "Pending" | "Running" | "Suspended" | "Completed" | "Failed" | "Terminated";

/** What is known of an instance besides its history. */
export interface InstanceRecord {
  instanceId: string;
  executionId: string;
  name: string;
  version: string | null;
  status: RuntimeStatus;
  /** JSON text the current generation started with. */
  startInput: string | null;
  /** JSON text shown as the input. */
  input: string | null;
  /** JSON text, or the plain text of a failure or reason. */
  output: string | null;
  customStatus: string | null;
  createdTime: string;
  lastUpdatedTime: string;
  parent?: ParentLink;
  /** Set while a rewound instance waits for its next episode. */
  rewound?: { reason: string | null };
  /** Details of a failure, for the parent. */
  failureDetails?: string | null;
}

/** Whether an instance is at its end. */
export function isTerminal(status: RuntimeStatus): boolean {
  return status === "Completed" || status === "Failed" || status === "Terminated";
}
