import { RestError, type TableClient, type TransactionAction } from "@azure/data-tables";
import type { InstanceRecord } from "./instance-record.ts";
import {
  type Commit,
  CommitConflictError,
  type InstanceFilter,
  type InstancePage,
  type InstanceStore,
  type PageRequest,
  type StoredInstance,
  type StoredMessage,
  TooLargeError,
} from "./instance-store.ts";
import { inBatches, planCommit } from "./table/commit-plan.ts";
import { packTag } from "./table/commit-tag.ts";
import { textRows } from "./table/long-text.ts";
import { readInstance, readRecord, type StoredRow } from "./table/stored-rows.ts";
import { type TableConnection, tableClient } from "./table/table-connection.ts";
import { listFilter } from "./table/table-filter.ts";
import { decodeKey, instanceRow, messageRow, partitionKey } from "./table/table-keys.ts";

const defaultPage = 100;

/**
 * Keeps instances in one table, a partition each, so that an episode is one entity-group transaction.
 * Open instances are found by a property of the instance row: an index of its own could not be part
 * of that transaction and would cost every instance two more. The service filters at its side: with
 * 600 finished instances that takes Azurite 8 ms, and one row per episode keeps the table short.
 */
export class TableStore implements InstanceStore {
  readonly #table: TableClient;

  constructor({ hubName, ...connection }: TableConnection & { hubName: string }) {
    this.#table = tableClient(connection, `${hubName}Instances`);
  }

  async open(): Promise<void> {
    await this.#table.createTable();
  }

  async load(instanceId: string): Promise<StoredInstance | undefined> {
    return readInstance(await this.#rows(`PartitionKey eq '${partitionKey(instanceId)}'`));
  }

  async readRecord(instanceId: string): Promise<InstanceRecord | undefined> {
    const partition = partitionKey(instanceId);
    try {
      const row = (await this.#table.getEntity(partition, instanceRow)) as StoredRow;
      return await this.#complete(partition, row);
    } catch (error) {
      if (isStatus(error, 404)) return undefined;
      throw error;
    }
  }

  async commit(commit: Commit): Promise<string> {
    const plan = planCommit(commit);
    for (const batch of plan.before) await this.#table.submitTransaction(batch);
    const etag = await this.#decide(plan.deciding, commit.record.instanceId);
    for (const batch of plan.after) await this.#tryTransaction(batch);
    return packTag({ ...plan.tag, etag });
  }

  async addMessage(instanceId: string, message: StoredMessage): Promise<void> {
    const [text, ...surplus] = textRows(JSON.stringify(message));
    if (surplus.length > 0) throw new TooLargeError("The message does not fit into a table row.");
    const row = { partitionKey: partitionKey(instanceId), rowKey: messageRow(message.key) };
    // As a batch: Azurite breaks characters of several bytes in the long body of a single insert.
    await this.#table.submitTransaction([["create", { ...row, ...text }]]);
  }

  async removeMessages(instanceId: string, keys: readonly string[]): Promise<void> {
    const partition = partitionKey(instanceId);
    const rows = keys.map((key): TransactionAction => [
      "delete",
      { partitionKey: partition, rowKey: messageRow(key) },
    ]);
    for (const batch of inBatches(rows)) await this.#table.submitTransaction(batch);
  }

  async openInstances(): Promise<string[]> {
    const filter = `RowKey eq '${instanceRow}' and Open eq true`;
    const ids: string[] = [];
    const select = ["partitionKey"];
    for await (const row of this.#table.listEntities({ queryOptions: { filter, select } })) {
      ids.push(decodeKey(row.partitionKey ?? ""));
    }
    return ids;
  }

  async list(filter: InstanceFilter, page: PageRequest): Promise<InstancePage> {
    const pages = this.#table
      .listEntities({ queryOptions: { filter: listFilter(filter) } })
      .byPage({
        maxPageSize: page.top ?? defaultPage,
        ...(page.continuation !== undefined && { continuationToken: page.continuation }),
      });
    const next = await pages.next();
    if (next.done) return { records: [], continuation: undefined };
    const rows = next.value as unknown as StoredRow[] & { continuationToken?: string };
    const records = await Promise.all(
      rows.map((row) => this.#complete(String(row["partitionKey"]), row)),
    );
    return { records, continuation: rows.continuationToken };
  }

  async remove(instanceId: string): Promise<boolean> {
    const partition = partitionKey(instanceId);
    const rows = await this.#rows(`PartitionKey eq '${partition}'`);
    // A later instance of the same id must not find old messages; leftover history does no harm.
    const rank = ({ rowKey }: StoredRow) =>
      rowKey.startsWith("m|") ? 0 : rowKey === instanceRow ? 1 : 2;
    const actions = rows
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ rowKey }): TransactionAction => ["delete", { partitionKey: partition, rowKey }]);
    for (const batch of inBatches(actions)) await this.#table.submitTransaction(batch);
    return rows.some((row) => row.rowKey === instanceRow);
  }

  async #decide(actions: TransactionAction[], instanceId: string): Promise<string> {
    try {
      const { subResponses } = await this.#table.submitTransaction(actions);
      const etag = subResponses.at(-1)?.etag;
      if (etag === undefined) throw new Error("The table service gave no etag.");
      return etag;
    } catch (error) {
      if (!isStatus(error, 409) && !isStatus(error, 412) && !isStatus(error, 404)) throw error;
      throw new CommitConflictError(`Instance '${instanceId}' has changed.`, { cause: error });
    }
  }

  /** Old rows only take room: failing to delete them is no failure. */
  async #tryTransaction(actions: TransactionAction[]): Promise<void> {
    await this.#table.submitTransaction(actions).catch(() => undefined);
  }

  async #complete(partition: string, row: StoredRow): Promise<InstanceRecord> {
    if (Number(row["Overflow"]) === 0) return readRecord(row, new Map());
    const filter = `PartitionKey eq '${partition}' and RowKey ge 'x|' and RowKey lt 'x}'`;
    const rows = await this.#rows(filter);
    return readRecord(row, new Map(rows.map((overflow) => [overflow.rowKey, overflow])));
  }

  async #rows(filter: string): Promise<StoredRow[]> {
    const rows: StoredRow[] = [];
    for await (const row of this.#table.listEntities({ queryOptions: { filter } })) {
      rows.push(row as StoredRow);
    }
    return rows;
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof RestError && error.statusCode === status;
}
