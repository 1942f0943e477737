import type { ReviewStore, UnappliedCallback } from "../../../shared/ports/reviews.ts";
import type {
  ReviewMessage,
  ReviewRecord,
  ReviewRequest,
  ReviewWakeUp,
} from "../../../shared/review/review.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { Table } from "../storage/table.ts";

type ReviewRow =
  | { readonly kind: "request"; readonly request: ReviewRequest }
  | { readonly kind: "message"; readonly message: ReviewMessage };

/** Reviews as rows, one partition each; no review id can be that of the two others. */
const wakeUps = "~wake-ups";
const unapplied = "~unapplied";
const most = 500;

/** Rounds and messages of every review, and what arrived but could not be applied. */
export class TableReviewStore implements ReviewStore {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("reviews");
  }

  async open(request: ReviewRequest): Promise<void> {
    const row = `request.${String(request.round).padStart(6, "0")}`;
    const value: ReviewRow = { kind: "request", request };
    await this.#table.create({ partition: encodeKey(request.reviewId), row, value });
  }

  async read(reviewId: string): Promise<ReviewRecord | undefined> {
    const filter = `PartitionKey eq '${encodeKey(reviewId)}'`;
    const rows = (await this.#table.query<ReviewRow>(filter)).map((row) => row.value);
    if (!rows.some((row) => row.kind === "request")) return undefined;
    return {
      requests: rows.flatMap((row) => (row.kind === "request" ? [row.request] : [])),
      messages: rows.flatMap((row) => (row.kind === "message" ? [row.message] : [])),
    };
  }

  async record(reviewId: string, message: ReviewMessage): Promise<boolean> {
    const value: ReviewRow = { kind: "message", message };
    const row = `message.${encodeKey(message.id)}`;
    return this.#table.create({ partition: encodeKey(reviewId), row, value });
  }

  async recordWakeUp(wakeUp: ReviewWakeUp): Promise<void> {
    await this.#table.put({ partition: wakeUps, row: encodeKey(wakeUp.id), value: wakeUp });
  }

  async recordUnapplied(callback: UnappliedCallback): Promise<void> {
    await this.#table.put({ partition: unapplied, row: encodeKey(callback.id), value: callback });
  }

  async unapplied(): Promise<readonly UnappliedCallback[]> {
    const rows = await this.#table.query<UnappliedCallback>(`PartitionKey eq '${unapplied}'`, most);
    return rows.map((row) => row.value).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }
}
