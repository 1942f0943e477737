import { EventType } from "./event-type.ts";
import type { HistoryEvent } from "./history-event.ts";

/** A text that fails a task: what the orchestrator sees as `Reason \n Details`. */
export interface Failure {
  reason: string | null;
  details: string | null;
}

const inbound = { EventId: -1, IsPlayed: true } as const;

/** An activity has returned; a result of nothing must be an explicit null. */
export function taskCompleted(taskId: number, result: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.TaskCompleted,
    Timestamp: at.toISOString(),
    TaskScheduledId: taskId,
    Result: result,
  };
}

/** An activity has thrown. */
export function taskFailed(taskId: number, failure: Failure, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.TaskFailed,
    Timestamp: at.toISOString(),
    TaskScheduledId: taskId,
    Reason: failure.reason,
    Details: failure.details,
  };
}

/** A timer is due; its time stamp is the moment at which it was asked for. */
export function timerFired(created: HistoryEvent): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.TimerFired,
    Timestamp: created.Timestamp,
    TimerId: created.EventId,
    ...(created.FireAt !== undefined && { FireAt: created.FireAt }),
  };
}

/** A sub-orchestration has ended well. */
export function childCompleted(taskId: number, result: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.SubOrchestrationInstanceCompleted,
    Timestamp: at.toISOString(),
    TaskScheduledId: taskId,
    Result: result,
  };
}

/** A sub-orchestration has failed or was terminated. */
export function childFailed(taskId: number, failure: Failure, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.SubOrchestrationInstanceFailed,
    Timestamp: at.toISOString(),
    TaskScheduledId: taskId,
    Reason: failure.reason,
    Details: failure.details,
  };
}

/** Somebody raised an event. */
export function eventRaised(name: string, input: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.EventRaised,
    Timestamp: at.toISOString(),
    Name: name,
    Input: input,
  };
}

/** Somebody terminated the instance. */
export function executionTerminated(reason: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.ExecutionTerminated,
    Timestamp: at.toISOString(),
    Input: reason,
  };
}

/** Somebody suspended the instance. */
export function executionSuspended(reason: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.ExecutionSuspended,
    Timestamp: at.toISOString(),
    Reason: reason,
  };
}

/** Somebody resumed the instance. */
export function executionResumed(reason: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.ExecutionResumed,
    Timestamp: at.toISOString(),
    Reason: reason,
  };
}

/** Wakes an instance that was rewound. */
export function rewindSignal(reason: string | null, at: Date): HistoryEvent {
  return {
    ...inbound,
    EventType: EventType.GenericEvent,
    Timestamp: at.toISOString(),
    Input: reason,
  };
}
