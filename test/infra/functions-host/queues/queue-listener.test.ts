import { QueueServiceClient } from "@azure/storage-queue";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { base64, QueueBench } from "./queue-bench.ts";

describe("a queue listener", () => {
  let bench: QueueBench;

  beforeAll(async () => {
    bench = await QueueBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopListeners());

  it("runs the function once for each message and deletes it", async () => {
    const queue = await bench.freshQueue(base64("before the start"));
    const { listener, texts } = await bench.listen(queue.name);
    await queue.sendMessage(base64("after it: ü"));
    await listener.idle();
    expect(texts()).toEqual(["before the start", "after it: ü"]);
    expect(await bench.left(queue)).toBe(0);
  });

  it.each(["no", "two--hyphens", "with_underscore"])("refuses the name %s", async (name) => {
    await expect(bench.listen(name)).rejects.toThrow(`'${name}' is no name that a queue can have`);
  });

  it("sees a message at once although it polls rarely", async () => {
    const queue = await bench.freshQueue();
    const { listener, texts } = await bench.listen(queue.name, {
      extensions: { queues: { maxPollingInterval: "00:10:00" } },
    });
    await listener.idle();
    await vi.waitFor(() => {
      expect(bench.storage.transactions().queue).toBeGreaterThan(0);
    });
    await queue.sendMessage(base64("one"));
    await listener.idle();
    expect(texts()).toEqual(["one"]);
  });

  it("finds messages by polling where nobody tells of them, also in a queue made later", async () => {
    const { texts } = await bench.listen("made-later", { withEvents: false });
    const queue = bench.service.getQueueClient("made-later");
    await queue.create();
    await queue.sendMessage(base64("found"));
    await vi.waitFor(() => {
      expect(texts()).toEqual(["found"]);
    }, 5_000);
  });

  it("tells the function about the message and its top-level properties", async () => {
    const queue = await bench.freshQueue();
    const text = JSON.stringify({ offer: "contoso", round: 2, author: { name: "A" } });
    await queue.sendMessage(base64(text));
    const { listener, calls } = await bench.listen(queue.name);
    await listener.idle();
    expect(calls[0]?.metadata).toMatchObject({
      queueTrigger: { string: text },
      id: { string: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      popReceipt: { string: expect.any(String) },
      dequeueCount: { int: 1 },
      expirationTime: { string: expect.stringMatching(/Z$/) },
      insertionTime: { string: expect.stringMatching(/Z$/) },
      nextVisibleTime: { string: expect.stringMatching(/Z$/) },
      offer: { string: "contoso" },
      round: { json: "2" },
      author: { json: '{"name":"A"}' },
    });
  });

  it("takes plain text when host.json says so", async () => {
    const queue = await bench.freshQueue("plain <text>");
    const { listener, texts } = await bench.listen(queue.name, {
      extensions: { queues: { messageEncoding: "none" } },
    });
    await listener.idle();
    expect(texts()).toEqual(["plain <text>"]);
  });

  it("never runs more at once than a batch and the threshold allow, and gets through all", async () => {
    const queue = await bench.freshQueue();
    await Promise.all(Array.from({ length: 20 }, (_, n) => queue.sendMessage(base64(`m${n}`))));
    let running = 0;
    let most = 0;
    const { listener, calls } = await bench.listen(queue.name, {
      extensions: { queues: { batchSize: 4, newBatchThreshold: 2 } },
      handler: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 10));
        running -= 1;
      },
    });
    await listener.idle();
    expect(calls).toHaveLength(20);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });

  it("keeps a message to itself for as long as it is worked on", async () => {
    const queue = await bench.freshQueue(base64("long"));
    const { listener, calls } = await bench.listen(queue.name, {
      leaseSeconds: 1,
      handler: () => new Promise((resolve) => setTimeout(resolve, 1_600)),
    });
    await listener.idle();
    expect(calls).toHaveLength(1);
    expect(await bench.left(queue)).toBe(0);
  });

  it("finds queue and account through settings", async () => {
    const connection = bench.storage.accounts.get("callbacks") ?? "";
    const queue = QueueServiceClient.fromConnectionString(connection).getQueueClient("reviews");
    await queue.create();
    const { listener, texts } = await bench.listen("%REVIEWS%", {
      trigger: { queueName: "%REVIEWS%", connection: "CALLBACKS" },
      env: { REVIEWS: "reviews", CALLBACKS: connection },
    });
    await queue.sendMessage(base64("hello"));
    await listener.idle();
    expect(texts()).toEqual(["hello"]);
    await expect(bench.listen("%NOWHERE%")).rejects.toThrow("NOWHERE");
  });

  it("stops only after the messages in work", async () => {
    const queue = await bench.freshQueue(base64("last"));
    let finished = false;
    const { listener, calls } = await bench.listen(queue.name, {
      handler: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        finished = true;
      },
    });
    await vi.waitFor(() => {
      expect(calls).toHaveLength(1);
    });
    await listener.stop();
    expect(finished).toBe(true);
    expect(await bench.left(queue)).toBe(0);
  });
});
