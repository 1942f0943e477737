import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";

import type { Settings } from "./settings/settings.ts";

/** The blob service that a binding's `connection` names. */
export function blobService(settings: Settings, connection?: string): BlobServiceClient {
  const found = settings.connection(connection, "blob");
  return "connectionString" in found
    ? BlobServiceClient.fromConnectionString(found.connectionString)
    : new BlobServiceClient(found.endpoint, found.credential);
}

/** The queue service that a binding's `connection` names. */
export function queueService(settings: Settings, connection?: string): QueueServiceClient {
  const found = settings.connection(connection, "queue");
  return "connectionString" in found
    ? QueueServiceClient.fromConnectionString(found.connectionString)
    : new QueueServiceClient(found.endpoint, found.credential);
}

/** Whether the storage said that something is not there. */
export function isMissing(error: unknown): boolean {
  return (error as { statusCode?: unknown } | null)?.statusCode === 404;
}
