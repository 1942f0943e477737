import type { Asset } from "../../../shared/offers/asset.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { AssetStore } from "../../../shared/ports/offers.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { Row, Table } from "../storage/table.ts";

/** Assets as rows, one partition per offer. */
export class TableAssetStore implements AssetStore {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("assets");
  }

  async create(asset: Asset): Promise<void> {
    await this.#table.create(rowOf(asset));
  }

  async read(key: OfferKey, assetId: string): Promise<Asset | undefined> {
    const found = await this.#table.read<Asset>({
      partition: partitionOf(key),
      row: encodeKey(assetId),
    });
    return found?.value;
  }

  async list(key: OfferKey): Promise<readonly Asset[]> {
    const rows = await this.#table.query<Asset>(`PartitionKey eq '${partitionOf(key)}'`);
    return rows.map((row) => row.value);
  }

  async record(asset: Asset): Promise<void> {
    await this.#table.put(rowOf(asset));
  }
}

const partitionOf = (key: OfferKey): string =>
  `${encodeKey(key.publisherId)}.${encodeKey(key.offerId)}`;

const rowOf = (asset: Asset): Row<Asset> => ({
  partition: partitionOf(asset),
  row: encodeKey(asset.assetId),
  value: asset,
});
