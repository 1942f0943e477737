import { BlobServiceClient, ContainerClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openLocalStorage, type LocalStorage } from "../../../infra/local/storage/local-storage.ts";

describe("the storage's events and counts", () => {
  let storage: LocalStorage;
  let blobs: ContainerClient;
  const seen: string[] = [];

  beforeAll(async () => {
    storage = await openLocalStorage({
      folder: undefined,
      accounts: ["offerpress", "callbacks"],
      log: () => undefined,
    });
    storage.events.onBlobCreated(({ account, container, blob }) => {
      seen.push(`${account}/${container}/${blob}`);
    });
    blobs = BlobServiceClient.fromConnectionString(
      storage.accounts.get("offerpress") ?? "",
    ).getContainerClient("uploads");
    await blobs.create();
  });
  afterAll(() => storage.stop());

  const expectSeen = async (blob: string): Promise<void> => {
    await storage.events.settled();
    expect(seen).toEqual([`offerpress/uploads/${blob}`]);
    seen.length = 0;
  };

  it("tell of a blob put in one request, by its real name", async () => {
    await blobs.getBlockBlobClient("a/b c é%2F?#x.txt").upload("hello", 5);
    await expectSeen("a/b c é%2F?#x.txt");
  });

  it("tell of a blob put in blocks once, when the blocks are committed", async () => {
    const blob = blobs.getBlockBlobClient("blocks");
    const id = Buffer.from("1").toString("base64");
    await blob.stageBlock(id, "x", 1);
    await blob.commitBlockList([id]);
    await expectSeen("blocks");
  });

  it("tell of the copy of a blob", async () => {
    const copy = await blobs
      .getBlobClient("copy")
      .beginCopyFromURL(blobs.getBlobClient("blocks").url);
    await copy.pollUntilDone();
    await expectSeen("copy");
  });

  it("tell nothing of metadata, tags, snapshots, leases and refused writes", async () => {
    const blob = blobs.getBlockBlobClient("blocks");
    await blob.setMetadata({ a: "b" });
    await blob.setTags({ a: "b" });
    await blob.createSnapshot();
    const lease = blob.getBlobLeaseClient();
    await lease.acquireLease(15);
    await lease.releaseLease();
    const refused = blob.upload("y", 1, { conditions: { ifNoneMatch: "*" } });
    await expect(refused).rejects.toMatchObject({ statusCode: 409 });
    await blobs.getBlockBlobClient("last").upload("z", 1);
    await expectSeen("last");
  });

  it("tell of a queue message and its account", async () => {
    const queues: string[] = [];
    const end = storage.events.onQueueMessage(({ account, queue }) => {
      queues.push(`${account}/${queue}`);
    });
    const queue = QueueServiceClient.fromConnectionString(
      storage.accounts.get("callbacks") ?? "",
    ).getQueueClient("reviewer-callbacks");
    await queue.create();
    await queue.sendMessage("one");
    await storage.events.settled();
    expect(queues).toEqual(["callbacks/reviewer-callbacks"]);
    end();
    await queue.sendMessage("two");
    await storage.events.settled();
    expect(storage.transactions().queue).toBe(3);
    expect(queues).toHaveLength(1);
  });
});
