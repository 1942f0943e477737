import type { HistoryEvent } from "../../history/history-event.ts";
import type { InstanceRecord } from "../instance-record.ts";
import type { StoredInstance, StoredMessage } from "../instance-store.ts";
import { packTag } from "./commit-tag.ts";
import { rowText } from "./long-text.ts";
import { historyRow, instanceRow, overflowRow } from "./table-keys.ts";

/** A row as the table gives it back. */
export type StoredRow = Record<string, unknown> & { rowKey: string; etag: string };

/** Puts an instance together from the rows of its partition; undefined without an instance row. */
export function readInstance(rows: readonly StoredRow[]): StoredInstance | undefined {
  const byKey = new Map(rows.map((row) => [row.rowKey, row]));
  const instance = byKey.get(instanceRow);
  if (!instance) return undefined;
  const generation = Number(instance["Generation"]);
  const count = Number(instance["Rows"]);
  const messages = rows
    .filter((row) => row.rowKey.startsWith("m|"))
    .map((row) => JSON.parse(rowText(row)) as StoredMessage)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    record: readRecord(instance, byKey),
    history: readHistory(byKey, generation, count),
    messages,
    tag: packTag({
      etag: instance.etag,
      generation,
      rows: count,
      overflow: Number(instance["Overflow"]),
      revision: String(instance["Revision"]),
    }),
  };
}

/** Reads a record from its row and the rows it overflows into. */
export function readRecord(
  instance: StoredRow,
  rows: ReadonlyMap<string, StoredRow>,
): InstanceRecord {
  let text = rowText(instance);
  for (let k = 0; k < Number(instance["Overflow"]); k += 1) {
    text += rowText(needed(rows, overflowRow(String(instance["Revision"]), k)));
  }
  return JSON.parse(text) as InstanceRecord;
}

function readHistory(
  rows: ReadonlyMap<string, StoredRow>,
  generation: number,
  count: number,
): HistoryEvent[] {
  const history: HistoryEvent[] = [];
  let text = "";
  for (let k = 0; k < count; k += 1) {
    const row = needed(rows, historyRow(generation, k));
    text += rowText(row);
    if (row["Last"] !== true) continue;
    history.push(...(JSON.parse(text) as HistoryEvent[]));
    text = "";
  }
  return history;
}

function needed(rows: ReadonlyMap<string, StoredRow>, key: string): StoredRow {
  const row = rows.get(key);
  if (!row) throw new Error(`The row '${key}' of an instance is missing.`);
  return row;
}
