import { EventType, eventTypeName } from "../../history/event-type.ts";
import type { HistoryEvent } from "../../history/history-event.ts";
import { eventFields } from "../../history/sdk-event.ts";
import { parsedText } from "./status-view.ts";

export interface HistoryViewOptions {
  showOutput: boolean;
  showInput: boolean;
}

const hidden: ReadonlySet<number> = new Set([
  EventType.OrchestratorStarted,
  EventType.OrchestratorCompleted,
]);
const orders: ReadonlySet<number> = new Set([
  EventType.TaskScheduled,
  EventType.SubOrchestrationInstanceCreated,
]);
const withResult: ReadonlySet<number> = new Set([
  EventType.TaskCompleted,
  EventType.SubOrchestrationInstanceCompleted,
  EventType.ExecutionCompleted,
]);
const startFields = ["Name", "OrchestrationInstance", "ParentInstance", "Version", "Tags"];

/** The history as the status shows it: an order is told by its outcome as soon as it has one. */
export function historyView(
  history: readonly HistoryEvent[],
  options: HistoryViewOptions,
): Record<string, unknown>[] {
  const ordered = new Map(
    history.filter((event) => orders.has(event.EventType)).map((event) => [event.EventId, event]),
  );
  const settled = new Set(history.map((event) => event.TaskScheduledId));
  return history
    .filter((event) => !hidden.has(event.EventType))
    .filter((event) => !orders.has(event.EventType) || !settled.has(event.EventId))
    .map((event) => eventView(event, ordered.get(event.TaskScheduledId ?? -1), options));
}

function eventView(
  event: HistoryEvent,
  order: HistoryEvent | undefined,
  { showOutput, showInput }: HistoryViewOptions,
): Record<string, unknown> {
  const view: Record<string, unknown> = {
    EventType: eventTypeName(event.EventType),
    ...eventFields(event),
    Timestamp: event.Timestamp,
    ...(order && { ScheduledTime: order.Timestamp, FunctionName: order.Name, Input: null }),
  };
  const gone = ["TaskScheduledId", "TimerId"];
  if (event.EventType === EventType.ExecutionStarted) {
    view["FunctionName"] = event.Name;
    gone.push(...startFields);
  }
  if (orders.has(event.EventType)) gone.push("Version");
  if (!showInput) gone.push("Input");
  if (withResult.has(event.EventType)) {
    if (showOutput) view["Result"] = parsedText(event.Result);
    else gone.push("Result");
  }
  return Object.fromEntries(Object.entries(view).filter(([name]) => !gone.includes(name)));
}
