import { EventType } from "../../history/event-type.ts";
import type { HistoryEvent } from "../../history/history-event.ts";

/** Decisions without an outcome: nothing else tells what is pending, also after a crash. */
export interface OpenWork {
  activities: HistoryEvent[];
  timers: HistoryEvent[];
  children: HistoryEvent[];
}

/** The id of the task or timer whose outcome an event brings. */
export function outcomeId(event: HistoryEvent): number | undefined {
  return event.TaskScheduledId ?? event.TimerId;
}

/** Ids of the tasks and timers whose outcome is in the history. */
export function outcomeIds(history: readonly HistoryEvent[]): Set<number> {
  const ids = new Set<number>();
  for (const event of history) {
    const id = outcomeId(event);
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** Derives the pending work of a generation from its history. */
export function openWork(history: readonly HistoryEvent[]): OpenWork {
  const settled = outcomeIds(history);
  const open = (type: number) =>
    history.filter((event) => event.EventType === type && !settled.has(event.EventId));
  return {
    activities: open(EventType.TaskScheduled),
    timers: open(EventType.TimerCreated),
    children: open(EventType.SubOrchestrationInstanceCreated),
  };
}

/**
 * What an instance's last episode orders. Its outcomes belong to older orders with other ids, and
 * its timers have nobody to wake.
 */
export const newWork = (events: readonly HistoryEvent[]): OpenWork => ({
  activities: events.filter((event) => event.EventType === EventType.TaskScheduled),
  timers: [],
  children: events.filter((event) => event.EventType === EventType.SubOrchestrationInstanceCreated),
});
