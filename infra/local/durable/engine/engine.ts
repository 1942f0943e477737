import type { HistoryEvent } from "../history/history-event.ts";
import { isTerminal, type InstanceRecord, type RuntimeStatus } from "../store/instance-record.ts";
import { CommitConflictError } from "../store/instance-store.ts";
import type { Answer } from "./answer.ts";
import { BusyCounter } from "./pacing/busy-counter.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Driver } from "./driver.ts";
import type { EngineSettings } from "./engine-settings.ts";
import { beginInstance } from "./instance/begin-instance.ts";
import type { HotInstance, InboxMessage, StartOrder } from "./instance/hot-instance.ts";
import { InstancePool } from "./instance/instance-pool.ts";
import { MessageKeys } from "./message-keys.ts";
import { openWork } from "./episode/open-work.ts";
import { isSameChild } from "./instance/pending-record.ts";
import { rewindInstance } from "./instance/rewind-instance.ts";

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
      await beginInstance(this.settings, hot, order, hot.storedKeys);
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
    const { answer, children } = await this.#inTurn(instanceId, async (hot) => {
      const rewound = await rewindInstance(this.settings, hot, reason);
      if (rewound.answer === "accepted") {
        this.#dispatcher.dispatch(hot, { ...openWork(hot.history), children: [] });
      }
      return rewound;
    });
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
      hot.forget();
      return "accepted";
    });
  }

  record(instanceId: string): Promise<InstanceRecord | undefined> {
    return this.#pool.record(instanceId);
  }

  history(instanceId: string): Promise<readonly HistoryEvent[]> {
    return this.#pool.history(instanceId);
  }

  /** Starts without looking first: most ids are new, and the store refuses the others. */
  async #beginUnseen(hot: HotInstance, order: StartOrder): Promise<boolean> {
    return await hot.turns.take(async () => {
      if (hot.isLoaded) return false;
      hot.isLoaded = true;
      try {
        await beginInstance(this.settings, hot, order, []);
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
