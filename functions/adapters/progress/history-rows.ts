import { randomUUID } from "node:crypto";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { HistoryEntry } from "../../../shared/publishing/history/history-entry.ts";
import type { Row } from "../storage/table.ts";
import { partitionOf } from "./progress-rows.ts";

const latest = 9_999_999_999_999;

/** After the offer's row and its submissions, so that reading those never comes here. */
export const isHistory = "RowKey ge 'c.' and RowKey lt 'c/'";

/** Entries as rows of their offer's partition; keys count down, so that the newest come first. */
export const historyRows = (
  key: OfferKey,
  entries: readonly HistoryEntry[],
): readonly Row<HistoryEntry>[] =>
  entries.map((entry, place) => {
    const time = String(latest - Date.parse(entry.at)).padStart(13, "0");
    const order = String(99 - place).padStart(2, "0");
    return {
      partition: partitionOf(key),
      row: `c.${time}.${order}.${randomUUID().slice(0, 8)}`,
      value: entry,
      marks: { kind: "history" },
    };
  });
