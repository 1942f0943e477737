import { isTerminal, type InstanceRecord } from "./instance-record.ts";
import {
  type Commit,
  CommitConflictError,
  type InstanceFilter,
  type InstancePage,
  type InstanceStore,
  type PageRequest,
  type StoredInstance,
  type StoredMessage,
} from "./instance-store.ts";

interface Kept {
  /** JSON text, so that nobody can change what is stored. */
  record: string;
  history: string[];
  messages: Map<string, string>;
  tag: number;
}

/** Keeps instances in this process; nothing survives its end. */
export class MemoryStore implements InstanceStore {
  /** Durable steps so far. */
  transactions = 0;
  readonly #instances = new Map<string, Kept>();
  #tags = 0;

  open(): Promise<void> {
    return Promise.resolve();
  }

  load(instanceId: string): Promise<StoredInstance | undefined> {
    const kept = this.#instances.get(instanceId);
    if (!kept?.record) return Promise.resolve(undefined);
    const messages = [...kept.messages.values()]
      .map((text) => JSON.parse(text) as StoredMessage)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return Promise.resolve({
      record: parseRecord(kept),
      history: kept.history.map((text) => JSON.parse(text) as StoredInstance["history"][number]),
      messages,
      tag: String(kept.tag),
    });
  }

  readRecord(instanceId: string): Promise<InstanceRecord | undefined> {
    const kept = this.#instances.get(instanceId);
    return Promise.resolve(kept ? parseRecord(kept) : undefined);
  }

  commit(commit: Commit): Promise<string> {
    const id = commit.record.instanceId;
    const kept = this.#instances.get(id);
    if ((kept ? String(kept.tag) : undefined) !== commit.expected) {
      return Promise.reject(new CommitConflictError(`Instance '${id}' has changed.`));
    }
    this.transactions += 1;
    const appended = commit.appended.map((event) => JSON.stringify(event));
    const next: Kept = kept ?? { record: "", history: [], messages: new Map(), tag: 0 };
    next.record = JSON.stringify(commit.record);
    next.history = commit.startsAfresh ? appended : [...next.history, ...appended];
    for (const key of commit.consumed) next.messages.delete(key);
    next.tag = ++this.#tags;
    this.#instances.set(id, next);
    return Promise.resolve(String(next.tag));
  }

  addMessage(instanceId: string, message: StoredMessage): Promise<void> {
    this.transactions += 1;
    this.#instances.get(instanceId)?.messages.set(message.key, JSON.stringify(message));
    return Promise.resolve();
  }

  removeMessages(instanceId: string, keys: readonly string[]): Promise<void> {
    this.transactions += 1;
    for (const key of keys) this.#instances.get(instanceId)?.messages.delete(key);
    return Promise.resolve();
  }

  openInstances(): Promise<string[]> {
    const open = [...this.#instances].filter(([, kept]) => !isTerminal(parseRecord(kept).status));
    return Promise.resolve(open.map(([id]) => id));
  }

  list(filter: InstanceFilter, page: PageRequest): Promise<InstancePage> {
    const after = page.continuation ?? "";
    const matching = [...this.#instances.keys()]
      .filter((id) => id > after)
      .sort()
      .map((id) => parseRecord(this.#instances.get(id) as Kept))
      .filter((record) => matches(filter, record));
    const records = matching.slice(0, page.top ?? matching.length);
    const hasMore = records.length < matching.length;
    return Promise.resolve({
      records,
      continuation: hasMore ? records.at(-1)?.instanceId : undefined,
    });
  }

  remove(instanceId: string): Promise<boolean> {
    this.transactions += 1;
    return Promise.resolve(this.#instances.delete(instanceId));
  }
}

function parseRecord(kept: Kept): InstanceRecord {
  return JSON.parse(kept.record) as InstanceRecord;
}

/** Whether a record passes the filter. */
function matches(filter: InstanceFilter, record: InstanceRecord): boolean {
  return (
    record.instanceId.startsWith(filter.idPrefix ?? "") &&
    record.createdTime >= (filter.createdFrom ?? "") &&
    record.createdTime <= (filter.createdTo ?? "~") &&
    (filter.statuses.length === 0 || filter.statuses.includes(record.status))
  );
}
