import { afterAll, beforeAll, expect, it } from "vitest";
import { MemoryStore } from "../../../infra/local/durable/store/memory-store.ts";
import { type DurableBed, durableBed } from "../../support/durable-bed.ts";

const store = new MemoryStore();
let bed: DurableBed;

beforeAll(async () => {
  bed = await durableBed({ store });
});
afterAll(() => bed.stop());

it("a chain of ten activities costs one transaction for its start and one per episode", async () => {
  const before = store.transactions;
  await bed.start("chain", "ten", { n: 10 });
  expect((await bed.end("ten"))["output"]).toBe(10);
  expect(store.transactions - before).toBe(12);
});

it("an event costs one transaction besides its episode", async () => {
  await bed.start("caseSensitive", "event", null);
  await bed.extension.idle();
  const before = store.transactions;
  await bed.raise("event", "Approve", 1);
  expect((await bed.end("event"))["runtimeStatus"]).toBe("Completed");
  expect(store.transactions - before).toBe(3);
});

it("a child costs nothing besides its own and its parent's episodes", async () => {
  const before = store.transactions;
  await bed.start("catchSub", "one-child", { child: "echoInput", input: 1 });
  expect((await bed.end("one-child"))["output"]).toBe("not thrown");
  expect(store.transactions - before).toBe(4);
});
