import type { CatalogueEntry, CatalogueRow } from "../../shared/catalogue/catalogue-entry.ts";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import type { Catalogue } from "../../shared/ports/files.ts";
import type { Versioned } from "../../shared/ports/values.ts";
import type { Container } from "./storage/container.ts";
import { encodeKey } from "./storage/key.ts";
import type { StorageAccount } from "./storage/storage-account.ts";
import type { RowKey, Table } from "./storage/table.ts";

const rowsPerPage = 100;

/** Entries as immutable blobs, and one row per offer that says which of them is shown. */
export class BlobCatalogue implements Catalogue {
  readonly #table: Table;
  readonly #entries: Container;

  constructor(account: StorageAccount) {
    this.#table = account.table("catalogue");
    this.#entries = account.container("catalogue");
  }

  async readRow(key: OfferKey): Promise<Versioned<CatalogueRow> | undefined> {
    return this.#table.read<CatalogueRow>(rowKey(key));
  }

  async writeRow(key: OfferKey, row: CatalogueRow, etag: string | undefined): Promise<boolean> {
    const marks = { live: row.live !== undefined };
    return this.#table.swap({ ...rowKey(key), value: row, marks }, etag ?? "none");
  }

  async listLive(page?: string): Promise<{ rows: readonly CatalogueRow[]; next?: string }> {
    const { rows, next } = await this.#table.page<CatalogueRow>("live eq true", rowsPerPage, page);
    return { rows: rows.map((row) => row.value), ...(next && { next }) };
  }

  async writeEntry(entry: CatalogueEntry): Promise<void> {
    await this.#entries.writeJson(entryBlob(entry, entry.submission), entry);
  }

  async readEntry(key: OfferKey, submission: number): Promise<CatalogueEntry | undefined> {
    const found = await this.#entries.readJson(entryBlob(key, submission));
    return found?.value as CatalogueEntry | undefined;
  }
}

const rowKey = (key: OfferKey): RowKey => ({
  partition: encodeKey(key.publisherId),
  row: encodeKey(key.offerId),
});
const entryBlob = (key: OfferKey, submission: number): string =>
  `${key.publisherId}/${key.offerId}/${String(submission)}.json`;
