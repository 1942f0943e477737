import { EventType, eventTypeName } from "../../history/event-type.ts";
import type { HistoryEvent } from "../../history/history-event.ts";

/** A failed history without its failures; what was failed runs again in the next episode. */
export interface RewoundHistory {
  history: HistoryEvent[];
  /** Failed children: they are rewound too, and their parent goes on when they end. */
  children: string[];
}

/** Blanks failures, the orders of failed activities, and the end. */
export function rewindHistory(history: readonly HistoryEvent[]): RewoundHistory {
  const failed = (type: number) =>
    new Set(
      history
        .filter((event) => event.EventType === type)
        .map((event) => event.TaskScheduledId ?? -1),
    );
  const failedTasks = failed(EventType.TaskFailed);
  const failedChildren = failed(EventType.SubOrchestrationInstanceFailed);
  const isGone = (event: HistoryEvent) =>
    event.EventType === EventType.TaskFailed ||
    event.EventType === EventType.SubOrchestrationInstanceFailed ||
    event.EventType === EventType.ExecutionCompleted ||
    (event.EventType === EventType.TaskScheduled && failedTasks.has(event.EventId));
  const children = history
    .filter(
      (event) =>
        event.EventType === EventType.SubOrchestrationInstanceCreated &&
        failedChildren.has(event.EventId),
    )
    .flatMap((event) => event.InstanceId ?? []);
  return { history: history.map((event) => (isGone(event) ? blank(event) : event)), children };
}

function blank(event: HistoryEvent): HistoryEvent {
  return {
    EventType: EventType.GenericEvent,
    EventId: event.EventId,
    Timestamp: event.Timestamp,
    Reason: `Rewound: ${eventTypeName(event.EventType)}`,
    ...(event.Name !== undefined && { Name: event.Name }),
    ...(event.Result !== undefined && { Result: event.Result }),
  };
}
