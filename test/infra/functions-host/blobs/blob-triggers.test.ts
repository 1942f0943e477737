import { BlobServiceClient } from "@azure/storage-blob";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { BlobBench } from "./blob-bench.ts";

const fail = (): never => {
  throw new Error("no luck");
};

describe("a blob trigger", () => {
  let bench: BlobBench;

  beforeAll(async () => {
    bench = await BlobBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopHosts());

  it("runs its function for a new blob, with the whole content", async () => {
    const container = await bench.freshContainer();
    const { triggers, calls, blobs } = await bench.watch(`${container.containerName}/{name}.zip`);
    await bench.put(container, "a/b.zip", "the content");
    await bench.put(container, "b.txt");
    await triggers.idle();
    expect(blobs()).toEqual([`${container.containerName}/a/b.zip`]);
    expect(Buffer.from(calls[0]?.data.bytes ?? []).toString()).toBe("the content");
  });

  it("tells the function about the blob", async () => {
    const container = await bench.freshContainer();
    const { triggers, calls } = await bench.watch(`${container.containerName}/{publisher}/{file}`);
    const blob = container.getBlockBlobClient("contoso/x.json");
    await blob.upload("{}", 2, {
      metadata: { sku: "basic" },
      blobHTTPHeaders: { blobContentType: "application/json" },
    });
    await triggers.idle();
    const { metadata } = calls[0]!;
    expect(metadata).toMatchObject({
      uri: { string: blob.url },
      metadata: { json: '{"sku":"basic"}' },
      publisher: { string: "contoso" },
      file: { string: "x.json" },
    });
    expect(JSON.parse(metadata["properties"]?.json ?? "")).toMatchObject({
      ContentLength: 2,
      ContentType: "application/json",
      BlobType: "BlockBlob",
    });
  });

  it("runs again for a changed blob, and not again for an unchanged one", async () => {
    const container = await bench.freshContainer();
    const first = await bench.watch(container.containerName);
    await bench.put(container, "x", "one");
    await first.triggers.idle();
    await bench.put(container, "x", "two");
    await first.triggers.idle();
    await bench.stopHosts();
    const second = await bench.watch(container.containerName);
    await second.triggers.idle();
    expect(first.blobs()).toHaveLength(2);
    expect(second.blobs()).toEqual([]);
  });

  it("catches up at the start with blobs written while no host was there", async () => {
    const container = await bench.freshContainer();
    await bench.put(container, "early");
    const { triggers, blobs } = await bench.watch(container.containerName);
    await triggers.idle();
    expect(blobs()).toEqual([`${container.containerName}/early`]);
  });

  it("keeps its receipts where the official host keeps them", async () => {
    const container = await bench.freshContainer();
    const { triggers } = await bench.watch(container.containerName);
    await bench.put(container, "x");
    await triggers.idle();
    const { etag } = await container.getBlobClient("x").getProperties();
    const name = container.containerName;
    const receipt = `blobreceipts/${name}/Host.Functions.worked/${etag}/${name}/x`;
    const receipts = bench.service.getContainerClient("azure-webjobs-hosts");
    expect(await receipts.getBlobClient(receipt).exists()).toBe(true);
  });

  it("finds blobs by scanning where nobody tells of them", async () => {
    const container = bench.service.getContainerClient("scanned-later");
    const trigger = { path: "scanned-later/{name}" };
    const { blobs } = await bench.watch("scanned-later", {
      trigger,
      scanIntervalMs: 20,
      withEvents: false,
    });
    await container.create();
    await bench.put(container, "one");
    await vi.waitFor(() => {
      expect(blobs()).toEqual(["scanned-later/one"]);
    }, 5_000);
    await bench.put(container, "two");
    await vi.waitFor(() => {
      expect(blobs()).toEqual(["scanned-later/one", "scanned-later/two"]);
    }, 5_000);
  });

  it("leaves out a scanned blob that was changed or deleted before its turn", async () => {
    const container = await bench.freshContainer();
    const path = container.containerName;
    const queue = bench.queues.getQueueClient(`azure-webjobs-blobtrigger-${path}`);
    await queue.create();
    for (const [BlobName, ETag] of [["changed", '"0x1"'] as const, ["gone", '"0x2"'] as const]) {
      const message = {
        Type: "BlobTrigger",
        FunctionId: "Host.Functions.worked",
        BlobType: "BlockBlob",
        ContainerName: path,
        BlobName,
        ETag,
      };
      await queue.sendMessage(Buffer.from(JSON.stringify(message)).toString("base64"));
    }
    await bench.put(container, "changed");
    const { triggers, calls } = await bench.watch(path, { trigger: { path } });
    await triggers.idle();
    expect(calls).toHaveLength(1);
    expect((await queue.getProperties()).approximateMessagesCount).toBe(0);
  });

  it("gives a failing blob five attempts and then a poison message", async () => {
    const container = await bench.freshContainer();
    const { triggers, calls } = await bench.watch(container.containerName, { handler: fail });
    await bench.put(container, "bad");
    await triggers.idle();
    expect(calls).toHaveLength(5);
    expect(await bench.poisoned()).toEqual([
      {
        Type: "BlobTrigger",
        FunctionId: "Host.Functions.worked",
        BlobType: "BlockBlob",
        ContainerName: container.containerName,
        BlobName: "bad",
        ETag: (await container.getBlobClient("bad").getProperties()).etag,
      },
    ]);
  });

  it("never runs more at once than host.json allows", async () => {
    const container = await bench.freshContainer();
    let running = 0;
    let most = 0;
    const { triggers, calls } = await bench.watch(container.containerName, {
      extensions: { blobs: { maxDegreeOfParallelism: 2 } },
      handler: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 10));
        running -= 1;
      },
    });
    await Promise.all(Array.from({ length: 8 }, (_, n) => bench.put(container, `blob${n}`)));
    await triggers.idle();
    expect(calls).toHaveLength(8);
    expect(most).toBe(2);
  });

  it("watches the account that its connection names, and no other of the same container", async () => {
    const connection = bench.storage.accounts.get("offerpress") ?? "";
    const container = await bench.freshContainer();
    const path = container.containerName;
    const other = BlobServiceClient.fromConnectionString(connection).getContainerClient(path);
    await other.create();
    const { triggers, blobs } = await bench.watch(path, {
      trigger: { path: "%UPLOADS%/{name}", connection: "DATA", source: "EventGrid" },
      env: { DATA: connection, UPLOADS: path },
    });
    await bench.put(container, "not this one");
    await bench.put(other, "this one");
    await triggers.idle();
    expect(blobs()).toEqual([`${path}/this one`]);
  });
});
