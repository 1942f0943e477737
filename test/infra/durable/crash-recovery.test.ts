import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { CommitConflictError } from "../../../infra/local/durable/store/instance-store.ts";
import { MemoryStore } from "../../../infra/local/durable/store/memory-store.ts";
import { durableBed } from "../../support/durable-bed.ts";
import { mortalStore } from "../../support/mortal-store.ts";

const work: [string, string, unknown, unknown][] = [
  ["a chain", "chain", { n: 4 }, 4],
  ["a fan-out", "fan", { n: 5 }, 20],
  ["a timer", "sleeper", { ms: 30 }, { sleptAtLeast: true }],
  ["generations", "counter", { n: 1, max: 4, sum: 0 }, 10],
  ["children", "parallelSubs", { ids: ["-a", null] }, [1, 2]],
];

describe.each(work)("an engine that dies at any commit of %s", (_, name, input, output) => {
  it.each(["die-before", "die-after"] as const)("is taken over without loss (%s)", async (fate) => {
    for (let victim = 2; victim < 12; victim += 1) {
      const id = `${name}-${victim}`;
      const store = new MemoryStore();
      const mortal = mortalStore(store, (count) => (count === victim ? fate : "live"));
      const first = await durableBed({ store: mortal.store });
      await Promise.race([first.start(name, id, input), sleep(200)]);
      await Promise.race([first.extension.idle(), sleep(60)]);
      first.clock.close();
      mortal.kill();
      const second = await durableBed({ store });
      const end = await second.end(id);
      expect(end["output"]).toEqual(output);
      await second.stop();
    }
  });
});

it("an accepted event survives the engine that accepted it", async () => {
  const store = new MemoryStore();
  let commits = 0;
  const mortal = mortalStore(store, () => ((commits += 1) > 2 ? "die-before" : "live"));
  const first = await durableBed({ store: mortal.store });
  await first.start("caseSensitive", "kept", null);
  await first.extension.idle();
  await first.raise("kept", "Approve", "yes");
  first.clock.close();
  const second = await durableBed({ store });
  expect((await second.end("kept"))["output"]).toEqual({ value: "yes", next: "next" });
  await second.stop();
});

it("a failed commit is tried again from what is stored", async () => {
  const store = new MemoryStore();
  const commit = store.commit.bind(store);
  let calls = 0;
  store.commit = (change) => {
    calls += 1;
    if (calls % 3 === 0) return Promise.reject(new CommitConflictError("made up"));
    return commit(change);
  };
  const bed = await durableBed({ store });
  await bed.start("chain", "stubborn", { n: 5 });
  expect((await bed.end("stubborn"))["output"]).toBe(5);
  await bed.stop();
});

it("a commit whose answer got lost does not happen twice", async () => {
  const store = new MemoryStore();
  const commit = store.commit.bind(store);
  let calls = 0;
  store.commit = async (change) => {
    const tag = await commit(change);
    calls += 1;
    if (calls % 2 === 0) throw new Error("The connection was reset.");
    return tag;
  };
  const bed = await durableBed({ store });
  await bed.start("chain", "unsure", { n: 4 });
  expect((await bed.end("unsure"))["output"]).toBe(4);
  const completed = (await bed.extension.history("unsure")).filter(
    (event) => event.TaskScheduledId !== undefined,
  );
  expect(completed.map((event) => event.TaskScheduledId)).toEqual([0, 1, 2, 3]);
  await bed.stop();
});

it("an instance that cannot be committed holds nobody up, and can still be spoken to", async () => {
  const store = new MemoryStore();
  const commit = store.commit.bind(store);
  let isBroken = true;
  store.commit = (change) =>
    isBroken && change.record.instanceId === "ill" && change.expected !== undefined
      ? Promise.reject(new Error("The disk is full."))
      : commit(change);
  const bed = await durableBed({ store, maxConcurrentOrchestrators: 1 });
  await bed.start("caseSensitive", "ill", null);
  await bed.raise("ill", "Approve", 1);
  await bed.start("chain", "well", { n: 2 });
  expect((await bed.end("well"))["output"]).toBe(2);
  isBroken = false;
  expect((await bed.end("ill"))["output"]).toEqual({ value: 1, next: "next" });
  await bed.stop();
});

it.each(["commit", "addMessage"] as const)(
  "a request whose %s has happened without an answer is carried out, though it was refused",
  async (step) => {
    const store = new MemoryStore();
    let isLost = false;
    const lossy = new Proxy(store, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== "function") return member;
        return async (...given: unknown[]) => {
          const result = await (member as (...args: unknown[]) => unknown).apply(target, given);
          if (isLost && name === step) {
            isLost = false;
            throw new Error("The connection was reset.");
          }
          return result;
        };
      },
    });
    const bed = await durableBed({ store: lossy });
    isLost = step === "commit";
    const started = bed.start("caseSensitive", "unheard", null);
    if (step === "commit") await expect(started).rejects.toThrow("reset");
    else await started;
    await bed.extension.idle();
    isLost = step === "addMessage";
    const raised = bed.raise("unheard", "Approve", 1);
    if (step === "addMessage") await expect(raised).rejects.toThrow("reset");
    else await raised;
    expect((await bed.end("unheard"))["output"]).toEqual({ value: 1, next: "next" });
    await bed.stop();
  },
);

it("stopping waits for what runs and a successor goes on", async () => {
  const store = new MemoryStore();
  const first = await durableBed({ store });
  await first.start("chain", "handover", { n: 3, ms: 40 });
  await first.stop();
  const second = await durableBed({ store });
  expect((await second.end("handover"))["output"]).toBe(3);
  await second.stop();
});
