import { app, output, type InvocationContext } from "@azure/functions";
import { shape } from "./activities.ts";

const seen = output.storageQueue({
  queueName: "conformance-blobs-seen",
  connection: "AzureWebJobsStorage",
});

/** Tells in the queue `conformance-blobs-seen` what arrived. */
app.storageBlob("blobSeen", {
  path: "conformance-blobs/{folder}/{file}.{kind}",
  connection: "AzureWebJobsStorage",
  return: seen,
  handler: (blob: unknown, context: InvocationContext) => ({
    content: Buffer.isBuffer(blob) ? { buffer: blob.toString() } : shape(blob),
    metadata: context.triggerMetadata,
  }),
});

app.storageBlob("blobFails", {
  path: "conformance-bad-blobs",
  connection: "AzureWebJobsStorage",
  handler: () => {
    throw new Error("no luck");
  },
});

/** Writes a blob that `blobSeen` finds. */
app.storageQueue("blobWritten", {
  queueName: "conformance-write-blob",
  connection: "AzureWebJobsStorage",
  return: output.storageBlob({
    path: "conformance-blobs/written/{document}.txt",
    connection: "AzureWebJobsStorage",
  }),
  handler: (message: unknown) => `content of ${(message as { document: string }).document}`,
});
