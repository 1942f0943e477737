import type { HistoryEvent } from "./history-event.ts";
import { sdkEvent } from "./sdk-event.ts";

export interface PayloadSource {
  instanceId: string;
  parentInstanceId: string | null;
  /** JSON text. */
  input: string | null;
  past: readonly HistoryEvent[];
  arrived: readonly HistoryEvent[];
  shortTimerMs: number;
  longTimerChunkMs: number;
}

/** The JSON text an orchestrator function is started with. */
export function sdkPayload(source: PayloadSource): string {
  return JSON.stringify({
    history: [
      ...source.past.map((event) => sdkEvent(event, true)),
      ...source.arrived.map((event) => sdkEvent(event, false)),
    ],
    input: source.input === null ? null : (JSON.parse(source.input) as unknown),
    instanceId: source.instanceId,
    isReplaying: source.past.length > 0,
    parentInstanceId: source.parentInstanceId,
    sourceInstanceId: null,
    upperSchemaVersion: 1,
    upperSchemaVersionNew: 3,
    longRunningTimerIntervalDuration: timeSpan(source.longTimerChunkMs),
    maximumShortTimerDuration: timeSpan(source.shortTimerMs),
    defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
  });
}

const dayMs = 86_400_000;

/** A duration in .NET's form, such as 6.00:00:00. */
export function timeSpan(ms: number): string {
  const days = Math.floor(ms / dayMs);
  const clock = new Date(ms % dayMs).toISOString().slice(11, 23).replace(".000", "");
  return days > 0 ? `${days}.${clock}` : clock;
}
