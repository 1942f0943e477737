import { EventType } from "./event-type.ts";
import type { HistoryEvent } from "./history-event.ts";

/** The event as the official extension hands it to the SDK. */
export function sdkEvent(event: HistoryEvent, isPast: boolean): Record<string, unknown> {
  return {
    ...eventFields(event),
    EventType: event.EventType,
    EventId: event.EventId,
    IsPlayed: isPast && event.IsPlayed === true,
    Timestamp: event.Timestamp,
  };
}

/** What the official extension writes of an event beyond type, id, and time. */
export function eventFields(event: HistoryEvent): Record<string, unknown> {
  return fieldsOf[event.EventType]?.(event) ?? {};
}

type Fields = (event: HistoryEvent) => Record<string, unknown>;

const result: Fields = (event) => ({
  TaskScheduledId: event.TaskScheduledId,
  Result: event.Result ?? null,
});
const failure: Fields = (event) => ({
  TaskScheduledId: event.TaskScheduledId,
  Reason: event.Reason ?? null,
  Details: event.Details ?? null,
  FailureDetails: null,
});
const reason: Fields = (event) => ({ Reason: event.Reason ?? null });

// Inputs of decisions are never sent back, although they are stored here.
const fieldsOf: Partial<Record<number, Fields>> = {
  [EventType.ExecutionStarted]: executionStarted,
  [EventType.ExecutionCompleted]: (event) => ({
    OrchestrationStatus: event.OrchestrationStatus,
    Result: event.Result ?? null,
    FailureDetails: null,
  }),
  [EventType.ExecutionTerminated]: (event) => ({ Input: event.Input ?? null }),
  [EventType.TaskScheduled]: (event) => ({
    Name: event.Name,
    Version: "",
    Input: null,
    ParentTraceContext: null,
    Tags: null,
  }),
  [EventType.SubOrchestrationInstanceCreated]: (event) => ({
    Name: event.Name,
    Version: event.Version ?? null,
    InstanceId: event.InstanceId,
    Input: null,
    ClientSpanId: null,
    Tags: null,
  }),
  [EventType.TaskCompleted]: result,
  [EventType.SubOrchestrationInstanceCompleted]: result,
  [EventType.TaskFailed]: failure,
  [EventType.SubOrchestrationInstanceFailed]: failure,
  [EventType.TimerCreated]: (event) => ({ FireAt: event.FireAt }),
  [EventType.TimerFired]: (event) => ({ TimerId: event.TimerId, FireAt: event.FireAt }),
  [EventType.EventRaised]: (event) => ({
    Name: event.Name,
    Input: event.Input ?? null,
    ParentTraceContext: null,
  }),
  [EventType.GenericEvent]: (event) => ({ Data: event.Input ?? event.Reason ?? null }),
  [EventType.ExecutionSuspended]: reason,
  [EventType.ExecutionResumed]: reason,
};

function executionStarted(event: HistoryEvent): Record<string, unknown> {
  const parent = event.Parent;
  return {
    OrchestrationInstance: { InstanceId: event.InstanceId, ExecutionId: event.ExecutionId },
    ParentInstance: parent
      ? {
          Name: parent.name,
          OrchestrationInstance: {
            InstanceId: parent.instanceId,
            ExecutionId: parent.executionId,
          },
          TaskScheduleId: parent.taskId,
          Version: parent.version,
        }
      : null,
    Name: event.Name,
    Version: event.Version ?? null,
    Input: event.Input ?? null,
    Tags: null,
    Correlation: null,
    ParentTraceContext: null,
    ScheduledStartTime: null,
    Generation: event.Generation ?? null,
    GenerateNewTrace: false,
  };
}
