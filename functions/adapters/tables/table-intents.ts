import type { Intent, Intents } from "../../../shared/ports/reviews.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { Table } from "../storage/table.ts";

const partition = "intents";
const mostAtOnce = 100;

/** Intents as rows; a row that is gone is done. */
export class TableIntents implements Intents {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("intents");
  }

  async write(intent: Intent): Promise<void> {
    await this.#table.put({
      partition,
      row: encodeKey(intent.id),
      value: intent,
      marks: { at: intent.at },
    });
  }

  async done(intent: Intent): Promise<void> {
    await this.#table.remove({ partition, row: encodeKey(intent.id) });
  }

  async pending(before: Date): Promise<readonly Intent[]> {
    // ISO 8601 times in UTC sort as text.
    const filter = `PartitionKey eq '${partition}' and at lt '${before.toISOString()}'`;
    const rows = await this.#table.query<Intent>(filter, mostAtOnce);
    return rows.map((row) => row.value);
  }
}
