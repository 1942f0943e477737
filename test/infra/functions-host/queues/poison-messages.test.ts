import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { base64, fail, QueueBench } from "./queue-bench.ts";

describe("a message that cannot be worked off", () => {
  let bench: QueueBench;

  beforeAll(async () => {
    bench = await QueueBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopListeners());

  it("tries a failing message as often as allowed, then moves it to the poison queue", async () => {
    const queue = await bench.freshQueue(base64("bad"));
    const { listener, calls } = await bench.listen(queue.name, {
      handler: fail,
      extensions: { queues: { maxDequeueCount: 3 } },
    });
    await listener.idle();
    expect(calls.map((call) => call.metadata["dequeueCount"]?.int)).toEqual([1, 2, 3]);
    expect(await bench.left(queue)).toBe(0);
    expect(await bench.poisoned(queue)).toEqual([base64("bad")]);
  });

  it("goes on with the other messages while one fails", async () => {
    const queue = await bench.freshQueue();
    for (const text of ["good", "bad", "better"]) await queue.sendMessage(base64(text));
    const { listener, texts } = await bench.listen(queue.name, {
      handler: ({ data }) => {
        if (data.string === "bad") fail();
      },
    });
    await listener.idle();
    expect(texts().filter((text) => text !== "bad")).toEqual(["good", "better"]);
    expect(await bench.poisoned(queue)).toEqual([base64("bad")]);
  });

  it("moves a message that was received too often to the poison queue without running", async () => {
    const queue = await bench.freshQueue();
    await queue.sendMessage(base64("killer"));
    await queue.receiveMessages({ visibilityTimeout: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const { listener, calls } = await bench.listen(queue.name, {
      extensions: { queues: { maxDequeueCount: 1 } },
    });
    listener.nudge();
    await vi.waitFor(async () => {
      expect(await bench.poisoned(queue)).toEqual([base64("killer")]);
    }, 5_000);
    expect(calls).toHaveLength(0);
  });

  it("moves a message that is not base64 to the poison queue as it is", async () => {
    const queue = await bench.freshQueue("plain text");
    const { listener, calls, logs } = await bench.listen(queue.name);
    await listener.idle();
    expect(calls).toHaveLength(0);
    expect(await bench.poisoned(queue)).toEqual(["plain text"]);
    expect(logs.join()).toContain("is not encoded as base64");
  });

  it("waits with the next attempt as long as host.json says", async () => {
    const queue = await bench.freshQueue(base64("later"));
    const { listener, calls } = await bench.listen(queue.name, {
      handler: fail,
      extensions: { queues: { visibilityTimeout: "00:01:00" } },
    });
    await listener.idle();
    expect(calls).toHaveLength(1);
    expect(await bench.left(queue)).toBe(1);
  });

  it("leaves a failing message of a poison queue where it is", async () => {
    const queue = bench.service.getQueueClient("watched-poison");
    await queue.create();
    await queue.sendMessage(base64("bad"));
    const { listener, calls } = await bench.listen(queue.name, { handler: fail });
    await listener.idle();
    expect(calls).toHaveLength(1);
    expect(await bench.left(queue)).toBe(1);
  });
});
