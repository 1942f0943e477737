import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { StorageTarget } from "./storage-target.ts";

describe("a queue trigger", () => {
  let target: StorageTarget;

  beforeAll(async () => {
    target = await StorageTarget.open(async () => {
      await import("../app/queues.ts");
    });
  });
  afterAll(() => target.stop());

  it.each([
    ["text", { type: "string", value: "text" }],
    ["123", { type: "number", value: 123 }],
    ["true", { type: "boolean", value: true }],
    ['"quoted"', { type: "string", value: "quoted" }],
    ['{"a":{"b":null}}', { type: "object", value: { a: { b: null } } }],
    ["[1,2]", { type: "array", value: [1, 2] }],
    ["null", { type: "null" }],
    ["é€😀", { type: "string", value: "é€😀" }],
  ])("hands the message %s over as the library reads it", async (text, message) => {
    await target.send("conformance-in", text);
    expect(await target.receiveJson("conformance-seen")).toMatchObject({ message });
  });

  it("tells id, receipt, count and times of the message, and its properties", async () => {
    await target.send("conformance-in", '{"offer":"contoso","round":2}');
    const { metadata } = await target.receiveJson("conformance-seen");
    expect(metadata).toMatchObject({
      queueTrigger: { offer: "contoso", round: 2 },
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      popReceipt: expect.any(String),
      dequeueCount: 1,
      offer: "contoso",
      round: 2,
    });
    const times = ["insertionTime", "expirationTime", "nextVisibleTime"];
    for (const time of times) expect(new Date(metadata[time]).getTime()).toBeGreaterThan(0);
  });

  it("tries again after a failure, counting the attempts", async () => {
    await target.send("conformance-recovers", "x");
    expect(await target.receiveJson("conformance-seen")).toMatchObject({ attempt: 4 });
  });

  it("moves a message that always fails to the poison queue as it was", async () => {
    await target.send("conformance-fails", "always bad");
    expect(await target.receive("conformance-fails-poison", 1)).toEqual(["always bad"]);
    const queue = await target.queue("conformance-fails");
    expect((await queue.getProperties()).approximateMessagesCount).toBe(0);
  });

  it("writes one message for each element that a function returns", async () => {
    await target.send("conformance-spreads", '["a",{"b":1},2]');
    const messages = await target.receive("conformance-seen", 3);
    expect(messages.sort()).toEqual(["2", "a", '{"b":1}']);
  });
});
