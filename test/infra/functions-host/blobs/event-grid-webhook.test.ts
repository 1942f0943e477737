import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { BlobBench } from "./blob-bench.ts";

describe("a blob trigger behind the webhook", () => {
  let bench: BlobBench;

  beforeAll(async () => {
    bench = await BlobBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopHosts());

  it("is driven by Event Grid's webhook as on Azure", async () => {
    const container = await bench.freshContainer();
    await bench.put(container, "x.zip");
    const path = `${container.containerName}/{name}.zip`;
    const { triggers, blobs } = await bench.watch(path, { withEvents: false });
    await triggers.idle();
    const functionName = "Host.Functions.worked";
    const event = {
      eventType: "Microsoft.Storage.BlobCreated",
      subject: `/blobServices/default/containers/${container.containerName}/blobs/x.zip`,
      data: { eTag: "0xANOTHER", blobType: "BlockBlob" },
    };
    expect(await triggers.eventGrid({ functionName, body: [event] })).toEqual({ status: 202 });
    const elsewhere = { ...event, subject: event.subject.replace("x.zip", "x.txt") };
    expect(await triggers.eventGrid({ functionName, body: [elsewhere] })).toEqual({ status: 202 });
    await triggers.idle();
    expect(blobs()).toHaveLength(2);
  });

  it("answers Event Grid's validation, and refuses what it does not know", async () => {
    const { triggers } = await bench.watch((await bench.freshContainer()).containerName);
    const functionName = "host.functions.WORKED";
    const eventType = "Microsoft.EventGrid.SubscriptionValidationEvent";
    const body = [{ eventType, data: { validationCode: "code" } }];
    expect(await triggers.eventGrid({ functionName, body })).toEqual({
      status: 200,
      body: { validationResponse: "code" },
    });
    expect(await triggers.eventGrid({ functionName: "nobody", body })).toEqual({ status: 404 });
    expect(await triggers.eventGrid({ functionName, body: "?" })).toEqual({ status: 400 });
  });
});
