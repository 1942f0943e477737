import { EventType } from "../../history/event-type.ts";
import type { HistoryEvent } from "../../history/history-event.ts";
import type { Decision } from "../../replay/decision.ts";
import type { Ending } from "../../replay/replay.ts";
import type { InstanceRecord } from "../../store/instance-record.ts";

/** The first line of an episode; its time is the orchestrator's clock. */
export function orchestratorStarted(at: Date): HistoryEvent {
  return { EventType: EventType.OrchestratorStarted, EventId: -1, Timestamp: at.toISOString() };
}

/** The last line of an episode. */
export function orchestratorCompleted(at: Date): HistoryEvent {
  return { EventType: EventType.OrchestratorCompleted, EventId: -1, Timestamp: at.toISOString() };
}

/** Starts a generation; only the first one has a number. */
export function executionStarted(
  record: InstanceRecord,
  at: Date,
  generation: number | null,
): HistoryEvent {
  return {
    EventType: EventType.ExecutionStarted,
    EventId: -1,
    IsPlayed: true,
    Timestamp: at.toISOString(),
    Name: record.name,
    Version: record.version,
    Input: record.startInput,
    InstanceId: record.instanceId,
    ExecutionId: record.executionId,
    Generation: generation,
    ...(record.parent && { Parent: record.parent }),
  };
}

/** What the orchestrator has ordered. */
export function decisionEvent(decision: Decision, at: Date): HistoryEvent {
  const common = { EventId: decision.id, Timestamp: at.toISOString() };
  if (decision.kind === "timer") {
    const FireAt = decision.fireAt.toISOString();
    return { ...common, EventType: EventType.TimerCreated, FireAt };
  }
  const { name, input } = decision;
  if (decision.kind === "activity") {
    return { ...common, EventType: EventType.TaskScheduled, Name: name, Version: "", Input: input };
  }
  return {
    ...common,
    EventType: EventType.SubOrchestrationInstanceCreated,
    Name: name,
    Version: decision.version,
    InstanceId: decision.instanceId,
    Input: input,
  };
}

/** The end of an execution. */
export function executionCompleted(
  ending: Exclude<Ending, { kind: "continued" }>,
  id: number,
  at: Date,
): HistoryEvent {
  const common = {
    EventType: EventType.ExecutionCompleted,
    EventId: id,
    Timestamp: at.toISOString(),
  };
  if (ending.kind === "completed") {
    return { ...common, OrchestrationStatus: "Completed", Result: ending.output };
  }
  if (ending.kind === "terminated") {
    return { ...common, OrchestrationStatus: "Terminated", Result: ending.reason };
  }
  return { ...common, OrchestrationStatus: "Failed", Result: ending.failure.reason };
}
