import { EventType } from "../history/event-type.ts";
import type { HistoryEvent } from "../history/history-event.ts";
import type { Decision } from "./decision.ts";
import { ExternalEvents } from "./external-events.ts";
import { Future } from "./walking/future.ts";
import type { Hazard } from "./hazards.ts";

/** What the replay must know of the app and of the instance. */
export interface ReplaySettings {
  instanceId: string;
  executionId: string;
  parentInstanceId: string | null;
  shortTimerMs: number;
  longTimerChunkMs: number;
  isActivity(name: string): boolean;
  isOrchestration(name: string): boolean;
}

type DistributedOmit<T> = T extends unknown ? Omit<T, "id"> : never;

/** A task failed by its event. */
class TaskFailure extends Error {}

/** The state of one replay: ids, ordered work, open tasks and waiting listeners. */
export class ReplayContext {
  readonly settings: ReplaySettings;
  readonly ordered = new Map<number, Decision>();
  readonly open = new Map<number, Future<string | null>>();
  readonly events = new ExternalEvents();
  readonly hazards: Hazard[] = [];
  now = new Date(0);
  continueAsNew: { input: string | null; carriedOver: HistoryEvent[] } | undefined;
  readonly #timers = new Set<number>();
  #nextId = 0;

  constructor(settings: ReplaySettings) {
    this.settings = settings;
  }

  /** Orders work under the next id. */
  order(work: DistributedOmit<Decision>): Future<string | null> {
    return this.orderWithId(work).future;
  }

  /** Orders work and tells its id. */
  orderWithId(work: DistributedOmit<Decision>): { id: number; future: Future<string | null> } {
    const id = this.#nextId++;
    const future = new Future<string | null>();
    const decision = { ...work, id };
    if (decision.kind === "child" && decision.instanceId === "") {
      decision.instanceId = `${this.settings.executionId}:${id}`;
    }
    if (decision.kind === "timer") this.#timers.add(id);
    this.ordered.set(id, decision);
    this.open.set(id, future);
    return { id, future };
  }

  /** The id that the next order would take. */
  get nextId(): number {
    return this.#nextId;
  }

  /** Ids of the timers that somebody still waits for. */
  get openTimers(): number[] {
    return [...this.open.keys()].filter((id) => this.#timers.has(id));
  }

  /** Hands an outcome to the task it belongs to; outcomes of unknown tasks are dropped. */
  settle(event: HistoryEvent): void {
    const id = event.TaskScheduledId ?? event.TimerId ?? -1;
    const future = this.open.get(id);
    if (!future) return;
    this.open.delete(id);
    const failed =
      event.EventType === EventType.TaskFailed ||
      event.EventType === EventType.SubOrchestrationInstanceFailed;
    if (failed) future.fail(new TaskFailure(event.Reason ?? ""));
    else future.resolve(event.Result ?? null);
  }
}
