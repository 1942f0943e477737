import type { HistoryEvent } from "../../history/history-event.ts";
import type { InstanceRecord } from "../../store/instance-record.ts";
import type { InstanceStore } from "../../store/instance-store.ts";
import type { HotInstance } from "./hot-instance.ts";

export interface Rewriting {
  record: InstanceRecord;
  /** The whole history. */
  history: HistoryEvent[];
  /** Keys of messages that go with the old state. */
  consumed: readonly string[];
}

/** Commits an instance anew, outside of an episode; to be called within its turn. */
export async function rewriteInstance(
  store: InstanceStore,
  hot: HotInstance,
  { record, history, consumed }: Rewriting,
): Promise<void> {
  try {
    hot.tag = await store.commit({
      record,
      expected: hot.tag,
      appended: history,
      startsAfresh: true,
      consumed,
    });
  } catch (error) {
    hot.isLoaded = false;
    throw error;
  }
  for (const key of consumed) hot.inbox.delete(key);
  Object.assign(hot, { record, history, accepted: undefined });
}
