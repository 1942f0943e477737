import type { Idempotency, KeptAnswer, KeyedRequest } from "../../../shared/ports/callers.ts";
import { encodeKey } from "../storage/key.ts";
import type { StorageAccount } from "../storage/storage-account.ts";
import type { RowKey, Table } from "../storage/table.ts";

const mostAtOnce = 100;

/** Keyed requests as rows, one partition per caller. */
export class TableIdempotency implements Idempotency {
  readonly #table: Table;

  constructor(account: StorageAccount) {
    this.#table = account.table("idempotency");
  }

  async claim(request: KeyedRequest): Promise<KeyedRequest | undefined> {
    const isFirst = await this.#table.create(rowOf(request));
    return isFirst ? undefined : (await this.#table.read<KeyedRequest>(keyOf(request)))?.value;
  }

  async keep(request: KeyedRequest, answer: KeptAnswer): Promise<void> {
    await this.#table.put(rowOf({ ...request, answer }));
  }

  async release(request: KeyedRequest): Promise<void> {
    await this.#table.remove(keyOf(request));
  }

  async forget(before: Date): Promise<void> {
    // ISO 8601 times in UTC sort as text.
    const old = await this.#table.query<KeyedRequest>(
      `at lt '${before.toISOString()}'`,
      mostAtOnce,
    );
    await Promise.all(old.map(({ value }) => this.release(value)));
  }
}

const keyOf = ({ caller, key }: KeyedRequest): RowKey => ({
  partition: encodeKey(caller),
  row: encodeKey(key),
});

const rowOf = (request: KeyedRequest) => ({
  ...keyOf(request),
  value: request,
  marks: { at: request.at },
});
