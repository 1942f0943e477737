import { randomUUID } from "node:crypto";
import type { TransactionAction } from "@azure/data-tables";
import { isTerminal } from "../instance-record.ts";
import type { Commit } from "../instance-store.ts";
import { type CommitTag, unpackTag } from "./commit-tag.ts";
import { textRows } from "./long-text.ts";
import { historyRow, instanceRow, messageRow, overflowRow, partitionKey } from "./table-keys.ts";

const mostActions = 100;
const mostBytes = 3_000_000;

/** The transactions of one commit. */
export interface CommitPlan {
  /** Rows that count only once `deciding` has happened: they may come before it. */
  before: TransactionAction[][];
  deciding: TransactionAction[];
  /** Rows that count no more. */
  after: TransactionAction[][];
  /** The new tag, without the etag. */
  tag: Omit<CommitTag, "etag">;
}

/** Lays out a commit: normally one transaction, whose last action is the instance row. */
export function planCommit(commit: Commit): CommitPlan {
  const partition = partitionKey(commit.record.instanceId);
  const previous = unpackTag(commit.expected);
  const generation = (previous?.generation ?? 0) + (commit.startsAfresh && previous ? 1 : 0);
  const firstRow = commit.startsAfresh ? 0 : (previous?.rows ?? 0);
  const appended = historyActions(partition, commit, generation, firstRow);
  const recordRows = textRows(JSON.stringify(commit.record));
  const revision = randomUUID().slice(0, 8);
  const overflow = recordRows
    .slice(1)
    .map((row, k) => upsert(partition, overflowRow(revision, k), row));
  const tag = {
    generation,
    rows: firstRow + appended.length,
    overflow: overflow.length,
    revision,
  };
  const consumed = commit.consumed.map((key) => remove(partition, messageRow(key)));
  const instance = instanceAction(commit, { partition, tag, previous, text: recordRows[0] ?? {} });
  const { before, rest } = splitOff([...appended, ...overflow], consumed.length + 1);
  const deciding = [...rest, ...consumed];
  const garbage = outdatedRows(commit, previous).map((row) => remove(partition, row));
  const room = mostActions - 1 - deciding.length;
  return {
    before,
    deciding: [...deciding, ...garbage.slice(0, room), instance],
    after: inBatches(garbage.slice(room)),
    tag,
  };
}

function historyActions(
  partition: string,
  commit: Commit,
  generation: number,
  firstRow: number,
): TransactionAction[] {
  if (commit.appended.length === 0) return [];
  const rows = textRows(JSON.stringify(commit.appended));
  return rows.map((row, k) =>
    upsert(partition, historyRow(generation, firstRow + k), {
      ...row,
      Last: k === rows.length - 1,
    }),
  );
}

interface InstanceRowParts {
  partition: string;
  tag: Omit<CommitTag, "etag">;
  previous: CommitTag | undefined;
  text: Record<string, string>;
}

function instanceAction(
  { record }: Commit,
  { partition, tag, previous, text }: InstanceRowParts,
): TransactionAction {
  const entity = {
    partitionKey: partition,
    rowKey: instanceRow,
    Status: record.status,
    Open: !isTerminal(record.status),
    Created: record.createdTime,
    Generation: tag.generation,
    Rows: tag.rows,
    Overflow: tag.overflow,
    Revision: tag.revision,
    ...text,
  };
  if (!previous) return ["create", entity];
  return ["update", entity, "Replace", { etag: previous.etag }];
}

/** Puts rows into transactions of their own until the rest fits beside `reserved` actions. */
function splitOff(
  rows: readonly TransactionAction[],
  reserved: number,
): { before: TransactionAction[][]; rest: TransactionAction[] } {
  const batches = inBatches(rows, mostActions - reserved);
  const rest = batches.pop() ?? [];
  return { before: batches, rest };
}

/** Cuts actions into transactions by number and size. */
export function inBatches(
  actions: readonly TransactionAction[],
  most = mostActions,
): TransactionAction[][] {
  const batches: TransactionAction[][] = [];
  let bytes = Infinity;
  for (const action of actions) {
    const size = Buffer.byteLength(JSON.stringify(action[1]));
    const last = batches.at(-1);
    if (last && last.length < most && bytes + size <= mostBytes) {
      last.push(action);
      bytes += size;
    } else {
      batches.push([action]);
      bytes = size;
    }
  }
  return batches;
}

function outdatedRows(commit: Commit, previous: CommitTag | undefined): string[] {
  if (!previous) return [];
  const overflow = Array.from({ length: previous.overflow }, (_, k) =>
    overflowRow(previous.revision, k),
  );
  if (!commit.startsAfresh) return overflow;
  const history = Array.from({ length: previous.rows }, (_, k) =>
    historyRow(previous.generation, k),
  );
  return [...overflow, ...history];
}

function upsert(partition: string, row: string, properties: object): TransactionAction {
  return ["upsert", { partitionKey: partition, rowKey: row, ...properties }, "Replace"];
}

function remove(partition: string, row: string): TransactionAction {
  return ["delete", { partitionKey: partition, rowKey: row }];
}
