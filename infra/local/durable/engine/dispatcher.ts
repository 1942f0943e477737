import type { HistoryEvent } from "../history/history-event.ts";
import { childCompleted, childFailed, timerFired } from "../history/inbound-events.ts";
import type { InstanceRecord } from "../store/instance-record.ts";
import { BusyCounter } from "./pacing/busy-counter.ts";
import type { EngineSettings } from "./engine-settings.ts";
import type { HotInstance, InboxMessage, StartOrder } from "./instance/hot-instance.ts";
import type { OpenWork } from "./episode/open-work.ts";
import { runActivity } from "./activity/run-activity.ts";
import { Slots } from "./pacing/slots.ts";

/** Where results and orders go. */
export interface Outbox {
  post(instanceId: string, message: InboxMessage): void;
  /** Starts a child unless it has been started before; answers its record when it is at its end. */
  startChild(order: StartOrder): Promise<InstanceRecord | undefined>;
}

/** Sets pending work in motion: activities, timers and children that the history asks for. */
export class Dispatcher {
  readonly #settings: EngineSettings;
  readonly #busy: BusyCounter;
  readonly #outbox: Outbox;
  readonly #activitySlots: Slots;
  #isStopped = false;

  constructor(settings: EngineSettings, busy: BusyCounter, outbox: Outbox) {
    this.#settings = settings;
    this.#busy = busy;
    this.#outbox = outbox;
    this.#activitySlots = new Slots(settings.maxConcurrentActivities);
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Starts what is not under way yet; safe to be called again with the same work. */
  dispatch(hot: HotInstance, work: OpenWork, isRecovery = false): void {
    const executionId = hot.record?.executionId ?? "";
    // Azure promises no order; starting the newest first keeps apps from relying on one.
    for (const event of work.activities.toReversed()) this.#startActivity(hot, executionId, event);
    for (const event of work.timers) this.#armTimer(hot, executionId, event);
    for (const event of work.children) {
      this.#startChild(hot, event, isRecovery);
    }
  }

  /** Tells the parent how its child has ended. */
  notifyParent(record: InstanceRecord): void {
    const { parent } = record;
    if (!parent || this.#isStopped) return;
    this.#outbox.post(parent.instanceId, this.#childMessage(record, parent.executionId));
  }

  #childMessage(record: InstanceRecord, parentExecutionId: string): InboxMessage {
    const taskId = record.parent?.taskId ?? -1;
    const at = new Date(record.lastUpdatedTime);
    const failure = { reason: record.output, details: record.failureDetails ?? null };
    const event =
      record.status === "Completed"
        ? childCompleted(taskId, record.output, at)
        : childFailed(taskId, failure, at);
    return outcomeMessage(parentExecutionId, taskId, event);
  }

  #startActivity(hot: HotInstance, executionId: string, event: HistoryEvent): void {
    const key = `${executionId}:${event.EventId}`;
    // Its outcome may be here already and wait for a commit that is tried again.
    if (hot.inbox.has(key)) return;
    this.#track(hot, key, async () => {
      const outcome = await this.#activitySlots.use(async () =>
        this.#isStopped ? undefined : await runActivity(this.#settings, hot.instanceId, event),
      );
      if (!outcome || this.#isStopped) return;
      this.#outbox.post(hot.instanceId, outcomeMessage(executionId, event.EventId, outcome));
    });
  }

  #armTimer(hot: HotInstance, executionId: string, event: HistoryEvent): void {
    const key = `${executionId}:${event.EventId}`;
    if (hot.timers.has(key) || hot.inbox.has(key) || this.#isStopped) return;
    const cancel = this.#settings.clock.at(new Date(event.FireAt ?? event.Timestamp), () => {
      hot.timers.delete(key);
      const message = outcomeMessage(executionId, event.EventId, timerFired(event));
      this.#outbox.post(hot.instanceId, message);
    });
    hot.timers.set(key, cancel);
  }

  #startChild(hot: HotInstance, event: HistoryEvent, isRecovery: boolean): void {
    const { record } = hot;
    if (!record || event.InstanceId === undefined) return;
    const { executionId } = record;
    const order: StartOrder = {
      instanceId: event.InstanceId,
      name: event.Name ?? "",
      input: event.Input ?? null,
      version: event.Version ?? this.#settings.defaultVersion,
      isNew: !isRecovery && event.InstanceId === `${executionId}:${event.EventId}`,
      parent: {
        instanceId: record.instanceId,
        executionId,
        name: record.name,
        version: record.version,
        taskId: event.EventId,
      },
    };
    const key = `${executionId}:${event.EventId}`;
    if (hot.children.has(key)) return;
    hot.children.add(key);
    this.#track(hot, key, async () => {
      if (this.#isStopped) return;
      const ended = await this.#outbox.startChild(order);
      if (ended) this.notifyParent(ended);
    });
  }

  #track(hot: HotInstance, key: string, job: () => Promise<void>): void {
    if (hot.underWay.has(key)) return;
    hot.underWay.add(key);
    this.#busy.enter();
    hot.busy.enter();
    void job()
      .catch((error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.#settings.log("error", "Host.Durable", `Task ${key} could not be started: ${text}`);
      })
      .finally(() => {
        hot.underWay.delete(key);
        hot.busy.leave();
        this.#busy.leave();
      });
  }
}

function outcomeMessage(executionId: string, taskId: number, event: HistoryEvent): InboxMessage {
  return { key: `${executionId}:${taskId}`, event, isStored: false, executionId };
}
