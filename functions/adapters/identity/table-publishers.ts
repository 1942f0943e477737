import type { Publisher } from "../../../shared/identity/publisher.ts";
import type { Publishers } from "../../../shared/ports/callers.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { Table } from "../storage/table.ts";

const partition = "publishers";

/** Publishers as rows of one partition. */
export class TablePublishers implements Publishers {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("publishers");
  }

  async read(publisherId: string): Promise<Publisher | undefined> {
    const row = encodeKey(publisherId);
    return (await this.#table.read<Publisher>({ partition, row }))?.value;
  }

  async list(): Promise<readonly Publisher[]> {
    const rows = await this.#table.query<Publisher>(`PartitionKey eq '${partition}'`);
    return rows.map((row) => row.value);
  }

  async put(publisher: Publisher): Promise<void> {
    await this.#table.put({
      partition,
      row: encodeKey(publisher.publisherId),
      value: publisher,
    });
  }
}
