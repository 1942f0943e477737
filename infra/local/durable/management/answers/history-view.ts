import { EventType, eventTypeName } from "../../history/event-type.ts";
import type { HistoryEvent } from "../../history/history-event.ts";
import { parsedText } from "./status-view.ts";

const hidden: ReadonlySet<number> = new Set([
  EventType.OrchestratorStarted,
  EventType.OrchestratorCompleted,
  EventType.TaskScheduled,
  EventType.TimerCreated,
  EventType.SubOrchestrationInstanceCreated,
]);

/** The history as the status shows it: outcomes together with what they are the outcome of. */
export function historyView(
  history: readonly HistoryEvent[],
  showOutput: boolean,
  showInput: boolean,
): Record<string, unknown>[] {
  const decisions = new Map(
    history.filter((event) => event.EventId >= 0).map((event) => [event.EventId, event]),
  );
  return history
    .filter((event) => !hidden.has(event.EventType))
    .map((event) => ({
      EventType: eventTypeName(event.EventType),
      ...fields(event, showOutput, showInput),
      Timestamp: event.Timestamp,
      ...ordered(decisions.get(event.TaskScheduledId ?? event.TimerId ?? -1), event),
    }));
}

function fields(
  event: HistoryEvent,
  showOutput: boolean,
  showInput: boolean,
): Record<string, unknown> {
  const result = showOutput ? { Result: parsedText(event.Result) } : {};
  switch (event.EventType) {
    case EventType.ExecutionStarted:
      return executionStarted(event, showInput);
    case EventType.ExecutionCompleted:
      return { OrchestrationStatus: event.OrchestrationStatus, ...result, FailureDetails: null };
    case EventType.TaskCompleted:
    case EventType.SubOrchestrationInstanceCompleted:
      return result;
    case EventType.TimerFired:
      return { FireAt: event.FireAt };
    default:
      return otherFields(event, showInput);
  }
}

function executionStarted(event: HistoryEvent, showInput: boolean): Record<string, unknown> {
  return {
    Input: showInput ? (event.Input ?? null) : null,
    Correlation: null,
    ParentTraceContext: null,
    ScheduledStartTime: null,
    Generation: event.Generation ?? null,
    GenerateNewTrace: false,
    FunctionName: event.Name,
  };
}

function otherFields(event: HistoryEvent, showInput: boolean): Record<string, unknown> {
  const { Name, Input, Reason, Details } = event;
  const shown = Object.entries({ Name, Input: showInput ? Input : undefined, Reason, Details });
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined));
}

function ordered(decision: HistoryEvent | undefined, event: HistoryEvent): object {
  if (!decision || decision === event) return {};
  if (decision.EventType === EventType.TimerCreated) return { ScheduledTime: decision.Timestamp };
  return { FunctionName: decision.Name, ScheduledTime: decision.Timestamp, Input: null };
}
