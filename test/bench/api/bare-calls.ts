import { buffer } from "node:stream/consumers";
import type { TableEntity } from "@azure/data-tables";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Bed } from "./bed.ts";

/** What the storage itself needs for each operation, asked for without any of our code between. */
export class BareCalls {
  readonly #bed: Bed;

  constructor(bed: Bed) {
    this.#bed = bed;
  }

  /** The offer's row and those of its newest submission. */
  async rows({ publisherId, offerId }: OfferKey): Promise<readonly TableEntity[]> {
    const filter = `PartitionKey eq '${publisherId}.${offerId}'`;
    return this.#page(filter, 12);
  }

  async document(key: OfferKey): Promise<{ bytes: Buffer; etag: string }> {
    const answer = await this.#blob(key).download();
    if (!answer.readableStreamBody) throw new Error("a blob came without its bytes");
    return { bytes: await buffer(answer.readableStreamBody), etag: answer.etag ?? "" };
  }

  async read(key: OfferKey): Promise<void> {
    await Promise.all([this.document(key), this.rows(key)]);
  }

  /** Both are read first, because both are written over exactly what was read. */
  async write(key: OfferKey): Promise<void> {
    const { bytes, etag } = await this.document(key);
    await this.#blob(key).uploadData(bytes, {
      conditions: { ifMatch: etag },
      blobHTTPHeaders: { blobContentType: "application/json" },
    });
    const [offer] = await this.rows(key);
    if (!offer) throw new Error(`no offer ${key.offerId}`);
    const { partitionKey, rowKey, kind, json0 } = offer as TableEntity<Record<string, string>>;
    const row = { partitionKey: partitionKey ?? "", rowKey: rowKey ?? "", kind, json0 };
    const entry = { ...row, rowKey: `c.${crypto.randomUUID()}`, kind: "history" };
    await this.#bed.offers.submitTransaction([
      ["update", row, "Replace", { etag: String(offer["etag"]) }],
      ["upsert", entry, "Replace"],
    ]);
  }

  async list(most: number): Promise<void> {
    const partitions = "PartitionKey ge 'contoso.' and PartitionKey lt 'contoso/'";
    await this.#page(`${partitions} and RowKey eq 'a'`, most);
  }

  async #page(filter: string, maxPageSize: number): Promise<readonly TableEntity[]> {
    const pages = this.#bed.offers.listEntities<TableEntity>({ queryOptions: { filter } });
    const page = await pages.byPage({ maxPageSize }).next();
    return page.done === true ? [] : page.value;
  }

  #blob({ publisherId, offerId }: OfferKey) {
    return this.#bed.documents.getBlockBlobClient(`${publisherId}/${offerId}/draft.json`);
  }
}
