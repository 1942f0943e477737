import type { RuntimeStatus } from "../store/instance-record.ts";

/** What became of a request: done, or the status that stands against it. */
export type Answer = "accepted" | "unknown" | { refused: RuntimeStatus };
