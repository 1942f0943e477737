import { readFileSync } from "node:fs";

/** One action on a started case. */
export interface RecordedAction {
  at: number;
  do:
    | "raise"
    | "status"
    | "terminate"
    | "suspend"
    | "resume"
    | "purge"
    | "rewind"
    | "restart"
    | "start";
  id?: string;
  name?: string;
  data?: unknown;
  raw?: string;
  type?: string | null;
  reason?: string;
  orchestration?: string;
  input?: unknown;
}

/** One line of the recorded answers. */
export interface RecordedCase {
  case: string;
  orchestration?: string | null;
  input?: unknown;
  rawInput?: string;
  instanceId?: string;
  actions?: RecordedAction[];
  answers?: Record<string, unknown>[];
  start?: { status: number; body?: Record<string, unknown> };
  timers?: "scaled";
  orderOfCompletionsVaries?: boolean;
  variesBetweenRuns?: string[];
  request?: string;
  body?: string;
  operation?: string;
  thenWaitMs?: number;
  expected: Record<string, unknown>;
}

/** The lines of a recording. */
export function readRecording<T>(name: string): T[] {
  const text = readFileSync(new URL(`./recorded/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
