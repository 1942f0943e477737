import type { HistoryEvent } from "../../history/history-event.ts";
import type { InstanceRecord } from "../../store/instance-record.ts";
import type { InstanceStore } from "../../store/instance-store.ts";
import { HotInstance } from "./hot-instance.ts";
import { outcomeId, outcomeIds } from "../episode/open-work.ts";

const keptFinished = 500;

/** The instances in memory: at most one object per id, loaded when first needed. */
export class InstancePool {
  readonly #store: InstanceStore;
  readonly #hot = new Map<string, HotInstance>();
  /** Oldest first. */
  readonly #finished = new Set<HotInstance>();

  constructor(store: InstanceStore) {
    this.#store = store;
  }

  /** To be followed by a turn or a kick at once: an idle finished instance may be forgotten. */
  get(instanceId: string): HotInstance {
    const known = this.#hot.get(instanceId);
    if (known) return known;
    const created = new HotInstance(instanceId);
    this.#hot.set(instanceId, created);
    return created;
  }

  peek(instanceId: string): HotInstance | undefined {
    return this.#hot.get(instanceId);
  }

  /** Keeps a finished instance a while, because it is often asked for just then. */
  retire(hot: HotInstance): void {
    this.#finished.delete(hot);
    this.#finished.add(hot);
    for (const oldest of this.#finished) {
      if (this.#finished.size <= keptFinished) return;
      this.#finished.delete(oldest);
      if (oldest.isForgettable) this.#hot.delete(oldest.instanceId);
    }
  }

  /** As it is in memory, or else in the store. */
  async record(instanceId: string): Promise<InstanceRecord | undefined> {
    const hot = this.peek(instanceId);
    return hot?.isLoaded ? hot.record : await this.#store.readRecord(instanceId);
  }

  async history(instanceId: string): Promise<readonly HistoryEvent[]> {
    const hot = this.peek(instanceId);
    if (hot?.isLoaded) return hot.history;
    return (await this.#store.load(instanceId))?.history ?? [];
  }

  all(): Iterable<HotInstance> {
    return this.#hot.values();
  }

  /** Reads the instance; to be called within its turn. */
  async load(hot: HotInstance): Promise<void> {
    if (hot.isLoaded) return;
    const stored = await this.#store.load(hot.instanceId);
    hot.record = stored?.record;
    hot.history = stored?.history ?? [];
    hot.tag = stored?.tag;
    hot.isLoaded = true;
    dropSuperseded(hot);
    for (const { key, event } of stored?.messages ?? []) {
      hot.inbox.set(key, { key, event, isStored: true });
    }
  }
}

/** What was stored is what counts; outcomes in memory stay unless the history has them. */
function dropSuperseded(hot: HotInstance): void {
  const known = outcomeIds(hot.history);
  for (const [key, { isStored, event }] of hot.inbox) {
    if (isStored || known.has(outcomeId(event) ?? -1)) hot.inbox.delete(key);
  }
}
