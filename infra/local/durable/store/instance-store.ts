import type { HistoryEvent } from "../history/history-event.ts";
import type { InstanceRecord, RuntimeStatus } from "./instance-record.ts";

/** An external message that was accepted and not yet taken into the history. */
export interface StoredMessage {
  /** Sorts by time of acceptance. */
  key: string;
  event: HistoryEvent;
}

export interface StoredInstance {
  record: InstanceRecord;
  history: HistoryEvent[];
  messages: StoredMessage[];
  /** Changes with every commit. */
  tag: string;
}

/** One transaction: all of it happens or nothing. */
export interface Commit {
  record: InstanceRecord;
  /** The tag the caller last saw; undefined when the instance must not exist. */
  expected: string | undefined;
  appended: readonly HistoryEvent[];
  /** The appended events are the whole history; what was there before is dropped. */
  startsAfresh: boolean;
  /** Keys of the messages that the appended events come from. */
  consumed: readonly string[];
}

/** A status a filter may name; no instance of this engine is ever in the last two. */
export type AskedStatus = RuntimeStatus | "ContinuedAsNew" | "Canceled";

export interface InstanceFilter {
  idPrefix?: string;
  createdFrom?: string;
  createdTo?: string;
  /** Empty means any. */
  statuses: readonly AskedStatus[];
}

export interface InstancePage {
  records: InstanceRecord[];
  /** Undefined on the last page. */
  continuation: string | undefined;
}

export interface PageRequest {
  top?: number;
  continuation?: string;
}

/** Somebody else has changed the instance since it was read. */
export class CommitConflictError extends Error {}

/** The value does not fit into the store. */
export class TooLargeError extends Error {}

/** Where instances live. Every method is one durable step; `commit` is the only commit point. */
export interface InstanceStore {
  open(): Promise<void>;
  load(instanceId: string): Promise<StoredInstance | undefined>;
  readRecord(instanceId: string): Promise<InstanceRecord | undefined>;
  /** Answers the new tag; throws CommitConflictError when `expected` is out of date. */
  commit(commit: Commit): Promise<string>;
  addMessage(instanceId: string, message: StoredMessage): Promise<void>;
  removeMessages(instanceId: string, keys: readonly string[]): Promise<void>;
  /** Ids of all instances that are not at their end. */
  openInstances(): Promise<string[]>;
  list(filter: InstanceFilter, page: PageRequest): Promise<InstancePage>;
  remove(instanceId: string): Promise<boolean>;
}
