import type { ContainerClient } from "@azure/storage-blob";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { StorageTarget } from "./storage-target.ts";

describe("a blob trigger", () => {
  let target: StorageTarget;
  let container: ContainerClient;

  beforeAll(async () => {
    target = await StorageTarget.open(async () => {
      await import("../app/blobs.ts");
    });
    container = target.blobs.getContainerClient("conformance-blobs");
    await container.createIfNotExists();
  });
  afterAll(() => target.stop());

  const put = (name: string, text: string) =>
    container
      .getBlockBlobClient(name)
      .upload(text, Buffer.byteLength(text), { metadata: { sku: "basic" } });

  it("hands any content over as a buffer, with what its path and properties tell", async () => {
    const folder = randomUUID();
    await put(`${folder}/x.tar.gz`, '{"a":1}');
    const { content, metadata } = await target.receiveJson("conformance-blobs-seen");
    expect(content).toEqual({ buffer: '{"a":1}' });
    expect(metadata).toMatchObject({
      blobTrigger: `conformance-blobs/${folder}/x.tar.gz`,
      uri: container.getBlobClient(`${folder}/x.tar.gz`).url,
      folder,
      file: "x",
      kind: "tar.gz",
      metadata: { sku: "basic" },
      properties: { contentLength: 7 },
    });
  });

  it("runs once for each version of a blob", async () => {
    const name = `${randomUUID()}/x.txt`;
    await put(name, "one");
    expect(await target.receiveJson("conformance-blobs-seen")).toMatchObject({
      content: { buffer: "one" },
    });
    await put(name, "two");
    expect(await target.receiveJson("conformance-blobs-seen")).toMatchObject({
      content: { buffer: "two" },
    });
  });

  it("sees a blob that another function has written", async () => {
    const document = randomUUID();
    await target.send("conformance-write-blob", JSON.stringify({ document }));
    expect(await target.receiveJson("conformance-blobs-seen")).toMatchObject({
      content: { buffer: `content of ${document}` },
      metadata: { blobTrigger: `conformance-blobs/written/${document}.txt` },
    });
  });

  it("tells the poison queue of a blob that always fails", async () => {
    const bad = target.blobs.getContainerClient("conformance-bad-blobs");
    await bad.createIfNotExists();
    const { etag } = await bad.getBlockBlobClient("bad").upload("x", 1);
    expect(await target.receiveJson("webjobs-blobtrigger-poison")).toEqual({
      Type: "BlobTrigger",
      FunctionId: expect.stringMatching(/blobFails$/),
      BlobType: "BlockBlob",
      ContainerName: "conformance-bad-blobs",
      BlobName: "bad",
      ETag: etag,
    });
  });
});
