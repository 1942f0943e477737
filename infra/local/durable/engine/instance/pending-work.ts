import { isTerminal } from "../../store/instance-record.ts";
import type { HotInstance, InboxMessage } from "./hot-instance.ts";

// A transaction has 100 actions, and other rows need some of them.
const mostStoredMessages = 64;

/** Whether the instance needs an episode. */
export function hasWork(hot: HotInstance): boolean {
  if (hot.isRejected) return false;
  if (!hot.isLoaded || hot.inbox.size > 0) return true;
  const { record } = hot;
  if (!record || isTerminal(record.status)) return hot.startOrders.length > 0;
  return record.status === "Pending" || record.rewound !== undefined;
}

/** Takes what has arrived, in order, as far as it can be consumed in one transaction. */
export function takeMessages(hot: HotInstance): InboxMessage[] {
  const taken: InboxMessage[] = [];
  let stored = 0;
  for (const message of hot.inbox.values()) {
    if (message.isStored && ++stored > mostStoredMessages) break;
    taken.push(message);
    hot.inbox.delete(message.key);
  }
  return taken;
}
