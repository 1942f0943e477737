import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EventType } from "../../../infra/local/durable/history/event-type.ts";
import { eventRaised } from "../../../infra/local/durable/history/inbound-events.ts";
import type { HistoryEvent } from "../../../infra/local/durable/history/history-event.ts";
import type { InstanceRecord } from "../../../infra/local/durable/store/instance-record.ts";
import {
  CommitConflictError,
  type Commit,
  type InstanceStore,
} from "../../../infra/local/durable/store/instance-store.ts";
import { MemoryStore } from "../../../infra/local/durable/store/memory-store.ts";
import { TableStore } from "../../../infra/local/durable/store/table-store.ts";
import { startAzurite } from "../../support/azurite.ts";

let azurite: Awaited<ReturnType<typeof startAzurite>>;
let hubs = 0;

beforeAll(async () => {
  azurite = await startAzurite(["table"]);
});
afterAll(() => azurite.stop());

const kinds: [string, () => InstanceStore][] = [
  ["memory", () => new MemoryStore()],
  ["table", () => new TableStore({ ...azurite, hubName: `Hub${(hubs += 1)}` })],
];

describe.each(kinds)("the %s store", (_, create) => {
  let store: InstanceStore;
  beforeAll(async () => {
    store = create();
    await store.open();
  });

  it("gives back what was committed", async () => {
    const tag = await store.commit(change("a", { appended: [event("one"), event("two")] }));
    await store.commit(change("a", { expected: tag, appended: [event("three")] }));
    const stored = await store.load("a");
    expect(stored?.history.map(({ Name }) => Name)).toEqual(["one", "two", "three"]);
    expect(stored?.record).toEqual(record("a"));
    expect(await store.readRecord("a")).toEqual(record("a"));
  });

  it("refuses a commit on top of a state it does not know", async () => {
    const tag = await store.commit(change("b", {}));
    await store.commit(change("b", { expected: tag }));
    await expect(store.commit(change("b", { expected: tag }))).rejects.toThrow(CommitConflictError);
    await expect(store.commit(change("b", {}))).rejects.toThrow(CommitConflictError);
  });

  it("drops the history of the generation before", async () => {
    const tag = await store.commit(change("c", { appended: [event("old"), event("older")] }));
    const next = await store.commit(
      change("c", { expected: tag, startsAfresh: true, appended: [event("new")] }),
    );
    await store.commit(change("c", { expected: next, appended: [event("newer")] }));
    const stored = await store.load("c");
    expect(stored?.history.map(({ Name }) => Name)).toEqual(["new", "newer"]);
  });

  it("keeps messages in order until a commit consumes them", async () => {
    const tag = await store.commit(change("d", {}));
    await store.addMessage("d", { key: "2", event: event("second") });
    await store.addMessage("d", { key: "1", event: event("first") });
    const before = await store.load("d");
    expect(before?.messages.map(({ event: { Name } }) => Name)).toEqual(["first", "second"]);
    await store.commit(change("d", { expected: tag, consumed: ["1"] }));
    await store.removeMessages("d", ["2"]);
    expect((await store.load("d"))?.messages).toEqual([]);
  });

  it.each([0, 1])("holds long texts of two-byte characters, shifted by %i", async (shift) => {
    const text = `${"x".repeat(shift)}${"é".repeat(90_000)}`;
    const id = `u${shift}`;
    await store.commit(change(id, { appended: [event(text)] }));
    await store.addMessage(id, { key: "1", event: event(text) });
    const stored = await store.load(id);
    expect(stored?.history[0]?.Name === text).toBe(true);
    expect(stored?.messages[0]?.event.Name === text).toBe(true);
  });

  it("holds texts larger than a property, with pairs of units on the cut", async () => {
    const large = `${"x".repeat(31_999)}${"😀".repeat(400_000)}`;
    const big: InstanceRecord = { ...record("e"), input: JSON.stringify(large) };
    const tag = await store.commit(change("e", { record: big, appended: [event(large)] }));
    await store.commit(change("e", { record: big, expected: tag }));
    const stored = await store.load("e");
    expect(stored?.history[0]?.Name === large).toBe(true);
    expect((await store.readRecord("e"))?.input === big.input).toBe(true);
  });

  it("holds more rows than a transaction has room for", async () => {
    const large = event("y".repeat(440_000));
    const tag = await store.commit(change("f", { appended: Array(12).fill(large) }));
    await store.commit(change("f", { expected: tag, startsAfresh: true, appended: [event("z")] }));
    expect((await store.load("f"))?.history.map(({ Name }) => Name)).toEqual(["z"]);
  });

  it("takes ids with any character", async () => {
    const ids = ["a/b", "a\\b", "a#b?", "é😀", "*", "it's", "a b"];
    for (const id of ids) await store.commit(change(id, {}));
    for (const id of ids) expect((await store.readRecord(id))?.instanceId).toBe(id);
    const page = await store.list({ statuses: [], idPrefix: "a/" }, { top: 10 });
    expect(page.records.map(({ instanceId }) => instanceId)).toEqual(["a/b"]);
  });

  it("removes an instance with all it has", async () => {
    await store.commit(change("g", { appended: [event("one")] }));
    await store.addMessage("g", { key: "1", event: event("waiting") });
    expect(await store.remove("g")).toBe(true);
    expect(await store.remove("g")).toBe(false);
    expect(await store.load("g")).toBeUndefined();
    await store.commit(change("g", {}));
    expect((await store.load("g"))?.messages).toEqual([]);
  });
});

describe.each(kinds)("a %s store with many instances", (_, create) => {
  let store: InstanceStore;
  beforeAll(async () => {
    store = create();
    await store.open();
    for (let k = 0; k < 9; k += 1) {
      const status = k % 3 === 0 ? "Completed" : k % 3 === 1 ? "Failed" : "Running";
      const createdTime = `2026-01-0${k + 1}T00:00:00.000Z`;
      await store.commit(
        change(`n-${k}`, { record: { ...record(`n-${k}`), status, createdTime } }),
      );
    }
  });

  it("tells which are open", async () => {
    expect((await store.openInstances()).sort()).toEqual(["n-2", "n-5", "n-8"]);
  });

  it("filters by status, time and prefix", async () => {
    const ids = async (filter: Parameters<InstanceStore["list"]>[0]) =>
      (await store.list(filter, { top: 100 })).records.map(({ instanceId }) => instanceId).sort();
    expect(await ids({ statuses: ["Failed"] })).toEqual(["n-1", "n-4", "n-7"]);
    expect(await ids({ statuses: [], idPrefix: "n-8" })).toEqual(["n-8"]);
    const from = { createdFrom: "2026-01-03T00:00:00.000Z", createdTo: "2026-01-04T00:00:00.000Z" };
    expect(await ids({ statuses: [], ...from })).toEqual(["n-2", "n-3"]);
  });

  it("pages by continuation token", async () => {
    const seen: string[] = [];
    let continuation: string | undefined;
    do {
      const page = await store.list(
        { statuses: [] },
        { top: 4, ...(continuation !== undefined && { continuation }) },
      );
      expect(page.records.length).toBeLessThanOrEqual(4);
      seen.push(...page.records.map(({ instanceId }) => instanceId));
      ({ continuation } = page);
    } while (continuation !== undefined);
    expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((k) => `n-${k}`));
  });
});

function record(instanceId: string): InstanceRecord {
  return {
    instanceId,
    executionId: "e",
    name: "f",
    version: null,
    status: "Running",
    startInput: null,
    input: null,
    output: null,
    customStatus: null,
    createdTime: "2026-01-01T00:00:00.000Z",
    lastUpdatedTime: "2026-01-01T00:00:00.000Z",
  };
}

function event(name: string): HistoryEvent {
  return { ...eventRaised(name, null, new Date(0)), EventType: EventType.EventRaised };
}

function change(instanceId: string, given: Partial<Commit>): Commit {
  return {
    record: record(instanceId),
    expected: undefined,
    appended: [],
    startsAfresh: false,
    consumed: [],
    ...given,
  };
}
