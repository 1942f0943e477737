import type { HistoryEvent } from "../../history/history-event.ts";
import { rewindSignal } from "../../history/inbound-events.ts";
import type { InstanceRecord } from "../../store/instance-record.ts";
import type { HotInstance, InboxMessage } from "../instance/hot-instance.ts";
import { outcomeId, outcomeIds } from "./open-work.ts";

/** Picks what still concerns the running execution; the rest is consumed without a trace. */
export function selectArrivals(
  hot: HotInstance,
  taken: readonly InboxMessage[],
): { events: HistoryEvent[]; consumed: string[] } {
  const { record } = hot;
  const known = outcomeIds(hot.history);
  const events: HistoryEvent[] = rewindSignals(record);
  for (const { event, executionId = record?.executionId } of taken) {
    const id = outcomeId(event) ?? -1;
    if (executionId !== record?.executionId || known.has(id)) continue;
    if (id >= 0) known.add(id);
    events.push(event);
  }
  const consumed = taken.filter((message) => message.isStored).map((message) => message.key);
  return { events, consumed };
}

function rewindSignals(record: InstanceRecord | undefined): HistoryEvent[] {
  if (!record?.rewound) return [];
  return [rewindSignal(record.rewound.reason, new Date(record.lastUpdatedTime))];
}
