import { eventTypeName, EventType } from "../../../infra/local/durable/history/event-type.ts";
import { isRecordedText } from "./normal-form.ts";

export interface RecordedEvent {
  type: string;
  eventId?: number;
  taskScheduledId?: number;
  timerId?: number;
  name?: string;
  input?: string;
  result?: string;
  reason?: string;
  instanceId?: string;
  delayMs?: number;
  orchestrationStatus?: string;
}

// How far a delay may be off: it shrinks by the time that passed since the orchestrator read the clock.
const delayToleranceMs = 400;

/** Brings a stored history into the form of the recording. */
export function recordedForm(
  history: readonly Record<string, any>[],
  instanceId: string,
): RecordedEvent[] {
  let startedAt = 0;
  const execution = history.find((event) => event["EventType"] === EventType.ExecutionStarted);
  const names = (text: string) =>
    text
      .replaceAll(String(execution?.["ExecutionId"]), "<execution>")
      .replaceAll(instanceId, "<id>");
  return history.map((event) => {
    if (event["EventType"] === EventType.OrchestratorStarted) {
      startedAt = Date.parse(event["Timestamp"]);
    }
    const isDecision = [
      "TaskScheduled",
      "TimerCreated",
      "SubOrchestrationInstanceCreated",
    ].includes(eventTypeName(event["EventType"]));
    const isTimer = event["EventType"] === EventType.TimerCreated;
    const isSignal = event["EventType"] === EventType.GenericEvent;
    return withoutAbsent({
      type: eventTypeName(event["EventType"]),
      eventId: isDecision ? event["EventId"] : undefined,
      taskScheduledId: event["TaskScheduledId"],
      timerId: event["TimerId"],
      name: event["Name"],
      input: isDecision || isSignal ? undefined : (event["Input"] ?? undefined),
      result: event["Result"] === null ? undefined : names(event["Result"] ?? "") || undefined,
      reason: event["Reason"] ?? undefined,
      instanceId:
        isDecision && event["InstanceId"] ? names(String(event["InstanceId"])) : undefined,
      delayMs: isTimer ? Date.parse(event["FireAt"]) - startedAt : undefined,
      orchestrationStatus: event["OrchestrationStatus"],
    }) as unknown as RecordedEvent;
  });
}

function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What differs between a history and its recording, or nothing. */
export function historyDifference(
  actual: readonly RecordedEvent[],
  recorded: readonly RecordedEvent[],
  anyOrder: boolean,
): string | undefined {
  if (anyOrder) {
    const keys = (events: readonly RecordedEvent[]) =>
      events
        .filter((event) => !event.type.startsWith("Orchestrator"))
        .map(({ type, name }) => `${type} ${name ?? ""}`)
        .sort()
        .join("\n");
    return keys(actual) === keys(recorded)
      ? undefined
      : `${keys(actual)}\nis not\n${keys(recorded)}`;
  }
  for (let k = 0; k < Math.max(actual.length, recorded.length); k += 1) {
    if (!isSameEvent(actual[k], recorded[k])) {
      return `event ${k}: ${JSON.stringify(actual[k])} is not ${JSON.stringify(recorded[k])}`;
    }
  }
  return undefined;
}

function isSameEvent(actual?: RecordedEvent, recorded?: RecordedEvent): boolean {
  if (!actual || !recorded) return actual === recorded;
  const same = (["type", "eventId", "taskScheduledId", "timerId"] as const).every(
    (field) => actual[field] === recorded[field],
  );
  const texts = ["name", "input", "reason", "instanceId", "orchestrationStatus"] as const;
  const delayOff = Math.abs((actual.delayMs ?? 0) - (recorded.delayMs ?? 0));
  // A time that had passed already says only how long the host took.
  const isPast = (actual.delayMs ?? 0) <= 0 && (recorded.delayMs ?? 0) <= 0;
  return (
    same &&
    texts.every((field) => isRecordedText(actual[field], recorded[field])) &&
    // Large results live elsewhere on Azure.
    (recorded.result === "" || isRecordedText(actual.result, recorded.result)) &&
    (isPast || delayOff <= delayToleranceMs)
  );
}
