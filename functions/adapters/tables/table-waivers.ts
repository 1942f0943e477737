import type { Waiver } from "../../../shared/findings/waivers/waiver.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Waivers } from "../../../shared/ports/offers.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { Table } from "../storage/table.ts";

/** Waivers as rows, one partition per offer. */
export class TableWaivers implements Waivers {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("waivers");
  }

  async list(key: OfferKey): Promise<readonly Waiver[]> {
    const rows = await this.#table.query<Waiver>(`PartitionKey eq '${partitionOf(key)}'`);
    return rows.map((row) => row.value);
  }

  async put(waiver: Waiver): Promise<void> {
    await this.#table.put({ ...keyOf(waiver), value: waiver });
  }

  async remove(waiver: Waiver): Promise<void> {
    await this.#table.remove(keyOf(waiver));
  }
}

const partitionOf = (key: OfferKey): string =>
  `${encodeKey(key.publisherId)}.${encodeKey(key.offerId)}`;

const keyOf = (waiver: Waiver) => ({
  partition: partitionOf(waiver),
  row: encodeKey(`${waiver.fingerprint} ${waiver.ruleId}`),
});
