import type {
  TableClient,
  TableEntity,
  TableEntityResultPage,
  TransactionAction,
} from "@azure/data-tables";
import { z } from "zod";
import type { Versioned } from "../../../shared/ports/values.ts";
import { fromJsonRow, toJsonRow } from "./json-row.ts";
import { isHomeless, storageStatus, unless, withHome } from "./storage-error.ts";

/** Names one row. */
export interface RowKey {
  readonly partition: string;
  readonly row: string;
}
/** One row: its key, its JSON value, and properties that queries filter by. */
export interface Row<T> extends RowKey {
  readonly value: T;
  readonly marks?: Readonly<Record<string, string | boolean>>;
}

/** One row of a transaction; `etag` replaces exactly that, "none" only creates. */
export interface RowWrite extends Row<unknown> {
  readonly ifMatch?: string | undefined;
}

interface Page<T> {
  readonly rows: readonly Versioned<T>[];
  readonly next?: string;
}

const entityOf = (row: Row<unknown>) => ({
  partitionKey: row.partition,
  rowKey: row.row,
  ...row.marks,
  ...toJsonRow(row.value),
});

/** A table of JSON rows that comes into being with its first row. */
export class Table {
  readonly #client: TableClient;

  constructor(client: TableClient) {
    this.#client = client;
  }

  async read<T>(key: RowKey): Promise<Versioned<T> | undefined> {
    return unless([404], async () => {
      const entity = await this.#client.getEntity<TableEntity>(key.partition, key.row);
      return { value: fromJsonRow(entity) as T, etag: entity.etag };
    });
  }

  /** Rows in key order; `most` ends the query after so many. */
  async query<T>(filter: string, most = Infinity): Promise<readonly Versioned<T>[]> {
    const rows: Versioned<T>[] = [];
    let next: string | undefined;
    do {
      const page = await this.page<T>(filter, Math.min(most - rows.length, 1000), next);
      rows.push(...page.rows);
      next = page.next;
    } while (next && rows.length < most);
    return rows;
  }

  /** One page, and where the next one starts. */
  async page<T>(filter: string, maxPageSize: number, continuationToken?: string): Promise<Page<T>> {
    if (continuationToken !== undefined && !isContinuation(continuationToken)) return { rows: [] };
    const pages = this.#client
      .listEntities<TableEntity>({ queryOptions: { filter } })
      .byPage({ maxPageSize, ...(continuationToken && { continuationToken }) });
    try {
      const answer = await pages.next();
      if (answer.done === true) return { rows: [] };
      const page: TableEntityResultPage<TableEntity> = answer.value;
      const rows = page.map((entity) => ({
        value: fromJsonRow(entity) as T,
        etag: entity.etag,
      }));
      return { rows, ...(page.continuationToken && { next: page.continuationToken }) };
    } catch (error) {
      if (isHomeless(error)) return { rows: [] };
      throw error;
    }
  }

  /** Creates the row; false when it was there. */
  async create(row: Row<unknown>): Promise<boolean> {
    const created = await unless([409], () =>
      this.#write(() => this.#client.createEntity(entityOf(row))),
    );
    return created !== undefined;
  }

  async put(row: Row<unknown>): Promise<void> {
    await this.#write(() => this.#client.upsertEntity(entityOf(row), "Replace"));
  }

  /** Compare-and-swap of one row; "none" only creates. Answers false when somebody else was first. */
  async swap(row: Row<unknown>, etag: string): Promise<boolean> {
    if (etag === "none") return this.create(row);
    const replaced = await unless([404, 412], () =>
      this.#client.updateEntity(entityOf(row), "Replace", { etag }),
    );
    return replaced !== undefined;
  }

  async remove(key: RowKey): Promise<void> {
    await unless([404], () => this.#client.deleteEntity(key.partition, key.row));
  }

  /** All rows or none, in one partition; answers their new ETags, or undefined when a condition failed. */
  async transact(rows: readonly RowWrite[]): Promise<readonly string[] | undefined> {
    const actions = rows.map((row): TransactionAction => {
      if (row.ifMatch === "none") return ["create", entityOf(row)];
      if (row.ifMatch === undefined) return ["upsert", entityOf(row), "Replace"];
      return ["update", entityOf(row), "Replace", { etag: row.ifMatch }];
    });
    try {
      const answer = await this.#write(() => this.#client.submitTransaction(actions));
      return answer.subResponses.map((response) => response.etag ?? "");
    } catch (error) {
      if ([404, 409, 412].includes(storageStatus(error) ?? 0)) return undefined;
      throw error;
    }
  }

  #write<T>(act: () => Promise<T>): Promise<T> {
    return withHome(act, () => this.#client.createTable());
  }
}

const Continuation = z.object({
  nextPartitionKey: z.string().regex(/^[\w.~!-]+$/),
  nextRowKey: z
    .string()
    .regex(/^[\w.~!-]*$/)
    .optional(),
});

/** Tokens come back from clients: only what storage once gave out goes to storage again. */
function isContinuation(token: string): boolean {
  try {
    const text = Buffer.from(token, "base64").toString();
    return Continuation.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
