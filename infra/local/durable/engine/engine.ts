import type { HistoryEvent } from "../history/history-event.ts";
import { isTerminal, type InstanceRecord, type RuntimeStatus } from "../store/instance-record.ts";
import { CommitConflictError } from "../store/instance-store.ts";
import { BusyCounter } from "./pacing/busy-counter.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Driver } from "./driver.ts";
import type { EngineSettings } from "./engine-settings.ts";
import type { HotInstance, InboxMessage, StartOrder } from "./hot-instance.ts";
import { InstancePool } from "./instance-pool.ts";
import { MessageKeys } from "./message-keys.ts";
import { openWork } from "./episode/open-work.ts";
import { isSameChild, pendingRecord } from "./pending-record.ts";
import { rewriteInstance } from "./rewrite-instance.ts";
import { rewindHistory } from "./episode/rewind.ts";

/** What became of a request: done, or the status that stands against it. */
export type Answer = "accepted" | "unknown" | { refused: RuntimeStatus };

/** Runs orchestrations over a store: starts, events, episodes, recovery. */
export class DurableEngine {
  readonly settings: EngineSettings;
  readonly #busy = new BusyCounter();
  readonly #pool: InstancePool;
  readonly #dispatcher: Dispatcher;
  readonly #driver: Driver;
  readonly #keys = new MessageKeys();

  constructor(settings: EngineSettings) {
    this.settings = settings;
    this.#pool = new InstancePool(settings.store);
    this.#dispatcher = new Dispatcher(settings, this.#busy, {
      post: (instanceId, message) => {
        this.#post(instanceId, message);
      },
      startChild: (order) => this.#startChild(order),
    });
    this.#driver = new Driver({
      settings,
      pool: this.#pool,
      busy: this.#busy,
      dispatcher: this.#dispatcher,
    });
  }

  /** Takes up everything that is not at its end. */
  async start(): Promise<void> {
    await this.settings.store.open();
    const open = await this.settings.store.openInstances();
    await Promise.all(
      open.map((instanceId) => {
        const hot = this.#pool.get(instanceId);
        return hot.turns.take(async () => {
          await this.#pool.load(hot);
          if (hot.record && hot.history.length > 0) {
            this.#dispatcher.dispatch(hot, openWork(hot.history), true);
          }
          this.#driver.kick(hot);
        });
      }),
    );
  }

  /** Lets what runs come to its end and starts nothing more. */
  async stop(): Promise<void> {
    this.#driver.stop();
    this.#dispatcher.stop();
    for (const hot of this.#pool.all()) hot.cancelTimers();
    await this.#busy.idle();
  }

  /** Resolves when no episode and no activity runs or is about to. */
  idle(): Promise<void> {
    return this.#busy.idle();
  }

  /** The same for one instance. */
  async settled(instanceId: string): Promise<void> {
    await this.#pool.peek(instanceId)?.busy.idle();
  }

  /** Writes a start down; a finished instance of the same id is replaced. */
  async begin(order: StartOrder): Promise<Answer> {
    const hot = this.#pool.get(order.instanceId);
    if (!hot.isLoaded && (await this.#beginUnseen(hot, order))) return "accepted";
    return await this.#inTurn(order.instanceId, async (hot) => {
      if (hot.record && !isTerminal(hot.record.status)) return { refused: hot.record.status };
      const record = pendingRecord(order, this.settings.clock.now());
      const consumed = hot.storedKeys;
      await rewriteInstance(this.settings.store, hot, { record, history: [], consumed });
      return "accepted";
    });
  }

  /** Writes an external message down, for an instance that is not at its end. */
  async deliver(
    instanceId: string,
    event: HistoryEvent,
    isWelcome: (status: RuntimeStatus) => boolean = () => true,
  ): Promise<Answer> {
    return await this.#inTurn(instanceId, async (hot) => {
      const { record } = hot;
      if (!record) return "unknown";
      if (isTerminal(record.status) || !isWelcome(record.status)) {
        return { refused: record.status };
      }
      const key = this.#keys.next(this.settings.clock.now());
      await this.settings.store.addMessage(instanceId, { key, event });
      hot.inbox.set(key, { key, event, isStored: true });
      return "accepted";
    });
  }

  /** Lets a failed instance go on from before its failure. */
  async rewind(instanceId: string, reason: string | null): Promise<Answer> {
    const { answer, children } = await this.#rewindOne(instanceId, reason);
    for (const child of children) await this.rewind(child, reason);
    return answer;
  }

  /** Deletes an instance, whatever it is doing. */
  async purge(
    instanceId: string,
    mayPurge: (status: RuntimeStatus) => boolean = () => true,
  ): Promise<Answer> {
    return await this.#inTurn(instanceId, async (hot) => {
      if (!hot.record) return "unknown";
      if (!mayPurge(hot.record.status)) return { refused: hot.record.status };
      await this.settings.store.remove(instanceId);
      hot.cancelTimers();
      hot.inbox.clear();
      hot.children.clear();
      Object.assign(hot, { record: undefined, history: [], tag: undefined, accepted: undefined });
      return "accepted";
    });
  }

  async record(instanceId: string): Promise<InstanceRecord | undefined> {
    const hot = this.#pool.peek(instanceId);
    return hot?.isLoaded ? hot.record : await this.settings.store.readRecord(instanceId);
  }

  async history(instanceId: string): Promise<readonly HistoryEvent[]> {
    const hot = this.#pool.peek(instanceId);
    if (hot?.isLoaded) return hot.history;
    return (await this.settings.store.load(instanceId))?.history ?? [];
  }

  async #rewindOne(
    instanceId: string,
    reason: string | null,
  ): Promise<{ answer: Answer; children: string[] }> {
    let children: string[] = [];
    const answer = await this.#inTurn(instanceId, async (hot): Promise<Answer> => {
      const { record } = hot;
      if (!record) return "unknown";
      if (record.status !== "Failed") return { refused: record.status };
      const rewound = rewindHistory(hot.history);
      children = rewound.children;
      const lastUpdatedTime = this.settings.clock.now().toISOString();
      // A parent of failed children waits for them: it has nothing to do itself.
      const next: InstanceRecord =
        children.length > 0
          ? { ...record, status: "Running", output: null, lastUpdatedTime }
          : { ...record, status: "Pending", lastUpdatedTime, rewound: { reason } };
      await rewriteInstance(this.settings.store, hot, {
        record: next,
        history: rewound.history,
        consumed: [],
      });
      this.#dispatcher.dispatch(hot, { ...openWork(hot.history), children: [] });
      return "accepted";
    });
    return { answer, children };
  }

  /** Starts without looking first: most ids are new, and the store refuses the others. */
  async #beginUnseen(hot: HotInstance, order: StartOrder): Promise<boolean> {
    return await hot.turns.take(async () => {
      if (hot.isLoaded) return false;
      hot.isLoaded = true;
      try {
        await rewriteInstance(this.settings.store, hot, {
          record: pendingRecord(order, this.settings.clock.now()),
          history: [],
          consumed: [],
        });
      } catch (error) {
        if (error instanceof CommitConflictError) return false;
        this.#driver.takeUp(hot);
        throw error;
      }
      this.#driver.kick(hot);
      return true;
    });
  }

  async #inTurn<T>(instanceId: string, job: (hot: HotInstance) => Promise<T>): Promise<T> {
    const hot = this.#pool.get(instanceId);
    return await hot.turns.take(async () => {
      await this.#pool.load(hot);
      try {
        const result = await job(hot);
        this.#driver.kick(hot);
        return result;
      } catch (error) {
        this.#driver.takeUp(hot);
        throw error;
      }
    });
  }

  #post(instanceId: string, message: InboxMessage): void {
    const hot = this.#pool.get(instanceId);
    hot.inbox.set(message.key, message);
    this.#driver.kick(hot);
  }

  #startChild(order: StartOrder): Promise<InstanceRecord | undefined> {
    const child = this.#pool.get(order.instanceId);
    if (order.isNew) child.isLoaded = true;
    return this.#inTurn(order.instanceId, (hot) => {
      if (isSameChild(hot.record, order)) {
        const record = hot.record as InstanceRecord;
        return Promise.resolve(isTerminal(record.status) ? record : undefined);
      }
      hot.startOrders.push(order);
      return Promise.resolve(undefined);
    });
  }
}
