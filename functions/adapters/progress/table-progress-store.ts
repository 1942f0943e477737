import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { ProgressStore } from "../../../shared/ports/offers.ts";
import type { Versioned } from "../../../shared/ports/values.ts";
import { type Cause, historyBetween } from "../../../shared/publishing/history/history-between.ts";
import { type HistoryEntry, pipeline } from "../../../shared/publishing/history/history-entry.ts";
import type {
  OfferState,
  Operation,
  Progress,
} from "../../../shared/publishing/progress/progress.ts";
import type { StepTimes } from "../../../shared/publishing/estimates/time-taken.ts";
import type { ProcessId } from "../../../shared/publishing/processes/process.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { RowWrite, Table } from "../storage/table.ts";
import { EndedSubmissions } from "./ended-submissions.ts";
import { historyRows, isHistory } from "./history-rows.ts";
import {
  mostRows,
  offerRowKey,
  type OfferRow,
  type OperationRow,
  partitionOf,
  pick,
  type ProgressRow,
  rowsOf,
  submissionPrefix,
} from "./progress-rows.ts";

const offersPerPage = 1000;
const entriesPerPage = 200;

/** Progress in one partition per offer: the offer's row first, then submissions, newest first. */
export class TableProgressStore implements ProgressStore {
  readonly #table: Table;
  readonly #ended: EndedSubmissions;

  constructor(account: StorageAccount) {
    this.#table = account.table("offers");
    this.#ended = new EndedSubmissions(account.table("endedsubmissions"));
  }

  async read(key: OfferKey): Promise<Versioned<Progress> | undefined> {
    const rows = await this.#table.query<ProgressRow>(inPartition(key), mostRows);
    const [first] = rows;
    if (first?.value.kind !== "offer") return undefined;
    const { offer } = first.value;
    const { operations, steps } = pick(valuesOf(rows), offer.submission);
    const value = { offer, operations: operations.map((row) => row.operation), steps };
    return { value, etag: first.etag };
  }

  async readSubmission(key: OfferKey, number: number): Promise<Progress | undefined> {
    const prefix = submissionPrefix(number);
    // "/" is the sign after ".": the range holds exactly the keys that go on from the prefix.
    const range = `RowKey ge '${prefix}.' and RowKey lt '${prefix}/'`;
    const filter = `${inPartition(key)} and (RowKey eq '${offerRowKey}' or (${range}))`;
    const rows = valuesOf(await this.#table.query<ProgressRow>(filter));
    const [first] = rows;
    const { operations, steps } = pick(rows, number);
    const [started] = operations;
    if (first?.kind !== "offer" || !started) return undefined;
    const { process, hasTestDrive } = started;
    return {
      offer: { ...first.offer, submission: number, process, hasTestDrive },
      operations: operations.map((row) => row.operation),
      steps,
    };
  }

  async write(
    before: Versioned<Progress> | undefined,
    after: Progress,
    cause: Cause = { by: pipeline },
  ): Promise<Versioned<Progress> | undefined> {
    const known = new Map(
      before ? rowsOf(before.value).map((row) => [row.row, JSON.stringify(row.value)]) : [],
    );
    const [offerRow, ...others] = rowsOf(after);
    if (!offerRow) throw new Error("A progress always has the offer's own row.");
    const changed = others.filter((row) => known.get(row.row) !== JSON.stringify(row.value));
    const guarded: RowWrite = { ...offerRow, ifMatch: before?.etag ?? "none" };
    const happened = historyRows(after.offer, historyBetween(before?.value, after, cause));
    const etags = await this.#table.transact([guarded, ...changed, ...happened]);
    if (!etags) return undefined;
    await this.#ended.note(before?.value, after);
    return { value: after, etag: etags[0] ?? "" };
  }

  async history(
    key: OfferKey,
    page?: string,
  ): Promise<{ entries: readonly HistoryEntry[]; next?: string }> {
    const filter = `${inPartition(key)} and ${isHistory}`;
    const { rows, next } = await this.#table.page<HistoryEntry>(filter, entriesPerPage, page);
    return { entries: valuesOf(rows), ...(next && { next }) };
  }

  async list(
    publisherId: string,
    page?: string,
    most = offersPerPage,
  ): Promise<{ offers: readonly OfferState[]; next?: string }> {
    const publisher = encodeKey(publisherId);
    const partitions = `PartitionKey ge '${publisher}.' and PartitionKey lt '${publisher}/'`;
    const filter = `${partitions} and RowKey eq '${offerRowKey}'`;
    const { rows, next } = await this.#table.page<OfferRow>(filter, most, page);
    return { offers: rows.map((row) => row.value.offer), ...(next && { next }) };
  }

  recentTimes(process: ProcessId): Promise<readonly StepTimes[]> {
    return this.#ended.recent(process);
  }

  async operations(key: OfferKey): Promise<readonly Operation[]> {
    const filter = `${inPartition(key)} and kind eq 'operation'`;
    const rows = valuesOf(await this.#table.query<OperationRow>(filter));
    return rows.map((row) => row.operation);
  }
}

const inPartition = (key: OfferKey): string => `PartitionKey eq '${partitionOf(key)}'`;
const valuesOf = <T>(rows: readonly Versioned<T>[]): readonly T[] => rows.map((row) => row.value);
