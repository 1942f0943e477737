import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { BlobBench } from "./blob-bench.ts";

describe("a blob trigger with references", () => {
  let bench: BlobBench;

  beforeAll(async () => {
    bench = await BlobBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopHosts());

  it("only names the blob to a function that reads it by itself", async () => {
    const container = await bench.freshContainer();
    const { triggers, calls } = await bench.watch(`${container.containerName}/{name}`, {
      trigger: {
        path: `${container.containerName}/{name}`,
        connection: "AzureWebJobsStorage",
        properties: { supportsDeferredBinding: "true" },
      },
    });
    await bench.put(container, "a/b.zip");
    await triggers.idle();
    const { bytes, modelBindingData } = calls[0]!.data;
    expect(bytes).toBeUndefined();
    expect(modelBindingData).toMatchObject({ version: "1.0", source: "AzureStorageBlobs" });
    expect(JSON.parse(Buffer.from(modelBindingData?.content ?? []).toString())).toEqual({
      Connection: "AzureWebJobsStorage",
      ContainerName: container.containerName,
      BlobName: "a/b.zip",
    });
    expect(calls[0]!.metadata).toMatchObject({ name: { string: "a/b.zip" } });
  });
});
