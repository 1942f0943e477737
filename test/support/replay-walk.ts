import { EventType } from "../../infra/local/durable/history/event-type.ts";
import type { HistoryEvent } from "../../infra/local/durable/history/history-event.ts";
import { taskFailed } from "../../infra/local/durable/history/inbound-events.ts";
import { type Action, ActionType } from "../../infra/local/durable/replay/action.ts";
import { replay } from "../../infra/local/durable/replay/replay.ts";

export const minute = 60_000;
export const start = new Date("2026-01-01T00:00:00.000Z");
const later = (ms: number) => new Date(start.getTime() + ms);

const started = (at = start): HistoryEvent => ({
  EventType: EventType.OrchestratorStarted,
  EventId: -1,
  Timestamp: at.toISOString(),
});
const execution: HistoryEvent = {
  EventType: EventType.ExecutionStarted,
  EventId: -1,
  Timestamp: start.toISOString(),
  Name: "f",
};
export const decided = (type: number, id: number, more: object = {}) =>
  ({ EventType: type, EventId: id, Timestamp: start.toISOString(), ...more }) as HistoryEvent;
export const fails = (id: number) => taskFailed(id, { reason: "r", details: "d" }, start);

export const activity = (functionName: string): Action => ({
  actionType: ActionType.CallActivity,
  functionName,
});
export const retried = (functionName: string, maxNumberOfAttempts: number): Action => ({
  actionType: ActionType.CallActivityWithRetry,
  functionName,
  retryOptions: {
    firstRetryIntervalInMilliseconds: 1000,
    maxNumberOfAttempts,
    backoffCoefficient: 2,
  },
});
export const timer = (ms: number, isCanceled = false): Action => ({
  actionType: ActionType.CreateTimer,
  fireAt: later(ms).toISOString(),
  isCanceled,
});
export const listener = (externalEventName: string): Action => ({
  actionType: ActionType.WaitForExternalEvent,
  externalEventName,
});
export const all = (...compoundActions: Action[]): Action => ({
  actionType: ActionType.WhenAll,
  compoundActions,
});
export const any = (...compoundActions: Action[]): Action => ({
  actionType: ActionType.WhenAny,
  compoundActions,
});

export function walk(actions: Action[], events: HistoryEvent[], isDone = false) {
  const answer = { actions, isDone, output: null, customStatus: null };
  const result = replay(answer, [started(), execution, ...events], {
    instanceId: "own",
    executionId: "exec",
    parentInstanceId: "parent",
    shortTimerMs: 6 * minute,
    longTimerChunkMs: 3 * minute,
    isActivity: (name) => name !== "unknown",
    isOrchestration: () => true,
  });
  const orders = result.decisions.map((decision) =>
    decision.kind === "timer"
      ? `${decision.id} timer ${decision.fireAt.getTime() - start.getTime()}`
      : `${decision.id} ${decision.kind} ${decision.name}`,
  );
  return { orders, ending: result.ending, hazards: result.hazards.map(({ code }) => code) };
}
