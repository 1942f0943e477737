import type { HistoryEvent } from "../../history/history-event.ts";
import type { ParentLink } from "../../history/parent-link.ts";
import { type InstanceRecord, isTerminal } from "../../store/instance-record.ts";
import { BusyCounter } from "../pacing/busy-counter.ts";
import { Turns } from "../pacing/turns.ts";

/** Everything an instance is started with. */
export interface StartOrder {
  instanceId: string;
  name: string;
  /** JSON text. */
  input: string | null;
  version: string | null;
  parent?: ParentLink;
  /** No instance can have this id yet. */
  isNew?: boolean;
}

/** An event on its way into an instance's history. */
export interface InboxMessage {
  key: string;
  event: HistoryEvent;
  /** It has a row of its own in the store, which goes with the commit. */
  isStored: boolean;
  /** Set when the event belongs to one execution only. */
  executionId?: string;
}

/** An instance as it is kept in memory, so that an episode reads nothing. */
export class HotInstance {
  readonly instanceId: string;
  readonly turns = new Turns();
  readonly busy = new BusyCounter();
  /** By key: the same message may arrive twice. */
  readonly inbox = new Map<string, InboxMessage>();
  /** Children ordered by parents while this id was still running. */
  readonly startOrders: StartOrder[] = [];
  /** The order behind a record that is not stored yet. */
  accepted: StartOrder | undefined;
  /** Activities and starts of children under way, by execution and task id. */
  readonly underWay = new Set<string>();
  /** Children that were ordered from this memory; asked about again after a crash only. */
  readonly children = new Set<string>();
  readonly timers = new Map<string, () => void>();
  readonly reportedHazards = new Set<string>();
  record: InstanceRecord | undefined;
  history: HistoryEvent[] = [];
  tag: string | undefined;
  isLoaded = false;
  isScheduled = false;
  /** Its last commit may or may not have happened. */
  isDoubtful = false;
  /** Its version is not for this host. */
  isRejected = false;
  failedCommits = 0;

  constructor(instanceId: string) {
    this.instanceId = instanceId;
  }

  /** Of the messages in the inbox that have rows of their own. */
  get storedKeys(): string[] {
    return [...this.inbox.values()].flatMap(({ key, isStored }) => (isStored ? [key] : []));
  }

  /** The instance is at its end and nobody works with this object. */
  get isForgettable(): boolean {
    const isOver = !this.record || isTerminal(this.record.status);
    return isOver && !this.isScheduled && this.turns.isFree && this.underWay.size === 0;
  }

  /** Has it read again, and its open work looked at, before anything else. */
  distrust(): void {
    this.isLoaded = false;
    this.isDoubtful = true;
  }

  /** There is no such instance any more. */
  forget(): void {
    this.cancelTimers();
    this.inbox.clear();
    this.children.clear();
    this.record = undefined;
    this.history = [];
    this.tag = undefined;
    this.accepted = undefined;
  }

  /** Forgets what belongs to past executions. */
  cancelTimers(): void {
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }
}
