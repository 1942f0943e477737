import { isTerminal, type InstanceRecord } from "../store/instance-record.ts";
import type { InstanceStore } from "../store/instance-store.ts";
import { Backoff } from "./pacing/backoff.ts";
import type { BusyCounter } from "./pacing/busy-counter.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { EngineSettings } from "./engine-settings.ts";
import { type EpisodeOutcome, runEpisode } from "./episode/episode.ts";
import { HazardReporter } from "./hazard-reporter.ts";
import type { HotInstance, InboxMessage } from "./instance/hot-instance.ts";
import { selectArrivals } from "./episode/arrivals.ts";
import type { InstancePool } from "./instance/instance-pool.ts";
import { newWork, openWork } from "./episode/open-work.ts";
import { hasWork, takeMessages } from "./instance/pending-work.ts";
import { isSameChild, pendingRecord } from "./instance/pending-record.ts";
import { Slots } from "./pacing/slots.ts";
import { versionMismatch } from "./episode/versions.ts";

export interface DriverParts {
  settings: EngineSettings;
  pool: InstancePool;
  busy: BusyCounter;
  dispatcher: Dispatcher;
}

/** Runs the episodes: one at a time per instance, each ending in one commit. */
export class Driver {
  readonly #settings: EngineSettings;
  readonly #store: InstanceStore;
  readonly #pool: InstancePool;
  readonly #busy: BusyCounter;
  readonly #dispatcher: Dispatcher;
  readonly #slots: Slots;
  readonly #hazards: HazardReporter;
  readonly #backoff: Backoff;
  #isStopped = false;

  constructor({ settings, pool, busy, dispatcher }: DriverParts) {
    this.#settings = settings;
    this.#store = settings.store;
    this.#pool = pool;
    this.#busy = busy;
    this.#dispatcher = dispatcher;
    this.#slots = new Slots(settings.maxConcurrentOrchestrators);
    this.#hazards = new HazardReporter(settings.log);
    this.#backoff = new Backoff(settings.clock);
  }

  stop(): void {
    this.#isStopped = true;
    this.#backoff.stop();
  }

  /** Sees to it that an instance with something to do gets its episodes. */
  kick(hot: HotInstance): void {
    if (hot.isScheduled || this.#isStopped) return;
    hot.isScheduled = true;
    this.#busy.enter();
    hot.busy.enter();
    void this.#drain(hot).finally(() => {
      hot.busy.leave();
      this.#busy.leave();
    });
  }

  /** The same after a write that failed, or only seemed to: what is stored counts. */
  takeUp(hot: HotInstance): void {
    hot.distrust();
    this.kick(hot);
  }

  async #drain(hot: HotInstance): Promise<void> {
    do {
      const isDone = await this.#slots.use(() => hot.turns.take(() => this.#attempt(hot)));
      // Outside of turn and slot: others must not wait for an instance in trouble.
      if (!isDone) await this.#backoff.pause(hot.failedCommits);
    } while (!this.#isStopped && hasWork(hot));
    hot.isScheduled = false;
    if (hot.isLoaded && (!hot.record || isTerminal(hot.record.status))) this.#pool.retire(hot);
  }

  /** One episode if there is something to do; false when it has to be tried again. */
  async #attempt(hot: HotInstance): Promise<boolean> {
    if (this.#isStopped) return true;
    let taken: InboxMessage[] = [];
    try {
      await this.#pool.load(hot);
      if (hot.isDoubtful) this.#takeStock(hot);
      if (hasWork(hot)) {
        taken = takeMessages(hot);
        await this.#work(hot, taken);
      }
      hot.failedCommits = 0;
      return true;
    } catch (error) {
      this.#recover(hot, taken, error);
      return false;
    }
  }

  async #work(hot: HotInstance, taken: readonly InboxMessage[]): Promise<void> {
    const record = this.#acceptStart(hot);
    if (!record) {
      const stored = taken.filter((message) => message.isStored).map((message) => message.key);
      if (stored.length > 0) await this.#store.removeMessages(hot.instanceId, stored);
      return;
    }
    if (this.#isRejected(hot, record, taken)) return;
    const { events, consumed } = selectArrivals(hot, taken);
    const isFresh = record.status === "Pending" || record.rewound !== undefined;
    if (events.length === 0 && !isFresh) return;
    const outcome = await runEpisode(this.#settings, { record, history: hot.history, events });
    await this.#commit(hot, outcome, consumed);
    this.#hazards.report(hot, outcome.hazards);
    this.#followUp(hot, outcome);
  }

  /** A finished or new instance takes the next start order that waits for its id. */
  #acceptStart(hot: HotInstance): InstanceRecord | undefined {
    if (hot.record && !isTerminal(hot.record.status)) return hot.record;
    const order = hot.startOrders.shift();
    if (!order || isSameChild(hot.record, order)) return undefined;
    hot.accepted = order;
    hot.record = pendingRecord(order, this.#settings.clock.now());
    hot.history = [];
    hot.cancelTimers();
    return hot.record;
  }

  #isRejected(hot: HotInstance, record: InstanceRecord, taken: readonly InboxMessage[]): boolean {
    const mismatch = versionMismatch(this.#settings, record.version);
    if (mismatch === undefined || this.#settings.versionFailureStrategy === "Fail") return false;
    for (const message of taken) hot.inbox.set(message.key, message);
    hot.isRejected = true;
    this.#settings.log(
      "warning",
      "Host.Durable",
      `Instance '${hot.instanceId}' waits: ${mismatch}`,
    );
    return true;
  }

  async #commit(
    hot: HotInstance,
    outcome: EpisodeOutcome,
    consumed: readonly string[],
  ): Promise<void> {
    const startsAfresh = outcome.startsAfresh || hot.history.length === 0;
    hot.tag = await this.#store.commit({
      record: outcome.record,
      expected: hot.tag,
      appended: outcome.appended,
      startsAfresh,
      consumed,
    });
    hot.accepted = undefined;
    hot.record = outcome.record;
    hot.history = startsAfresh ? outcome.appended : [...hot.history, ...outcome.appended];
  }

  /** A commit that seemed to fail may have happened: then nothing has followed it yet. */
  #takeStock(hot: HotInstance): void {
    hot.isDoubtful = false;
    if (!hot.record || hot.history.length === 0) return;
    if (isTerminal(hot.record.status)) this.#dispatcher.notifyParent(hot.record);
    else this.#dispatcher.dispatch(hot, openWork(hot.history), true);
  }

  #followUp(hot: HotInstance, outcome: EpisodeOutcome): void {
    if (outcome.ending) {
      hot.cancelTimers();
      hot.children.clear();
      // Also the last episode's orders are carried out, as on Azure.
      this.#dispatcher.dispatch(hot, newWork(outcome.appended));
      this.#dispatcher.notifyParent(outcome.record);
      return;
    }
    if (outcome.startsAfresh) hot.cancelTimers();
    this.#dispatcher.dispatch(hot, openWork(hot.history));
  }

  /** Forgets what may be out of date and keeps what has arrived. */
  #recover(hot: HotInstance, taken: readonly InboxMessage[], error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#settings.log("error", "Host.Durable", `Episode of '${hot.instanceId}' failed: ${text}`);
    hot.distrust();
    if (hot.accepted) hot.startOrders.unshift(hot.accepted);
    hot.accepted = undefined;
    for (const message of taken) hot.inbox.set(message.key, message);
    hot.failedCommits += 1;
  }
}
