import { MemoryStore } from "../../infra/local/durable/store/memory-store.ts";
import { TableStore } from "../../infra/local/durable/store/table-store.ts";
import { openLocalStorage } from "../../infra/local/storage/local-storage.ts";
import { engineOn, type BenchEngine } from "./durable-engine.ts";

/** The requests that the storage has answered once nothing is under way. */
export async function settledCount(transactions: () => object): Promise<number> {
  for (let before = -1; ;) {
    const now = Object.values(transactions()).reduce((a: number, b: number) => a + b, 0);
    if (now === before) return now;
    before = now;
    // The storage's log line of a request comes a moment after its answer.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Runs the same work on an engine in memory. */
export async function inMemory<T>(work: (engine: BenchEngine) => Promise<T>): Promise<T> {
  const engine = await engineOn(new MemoryStore());
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}

/** Runs the same work on an engine whose store is Azurite's tables, with its requests counted. */
export async function onAzurite<T>(
  work: (engine: BenchEngine, requests: () => Promise<number>) => Promise<T>,
): Promise<T> {
  const storage = await openLocalStorage({
    folder: undefined,
    accounts: ["bench"],
    log: () => undefined,
  });
  const engine = await engineOn(
    new TableStore({ connectionString: storage.accounts.get("bench") ?? "", hubName: "Bench" }),
  );
  try {
    return await work(engine, () => settledCount(() => storage.transactions()));
  } finally {
    await engine.stop();
    await storage.stop();
  }
}
