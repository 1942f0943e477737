import type { StorageBlobHandler, StorageQueueHandler, TimerHandler } from "@azure/functions";
import type { Shell } from "../shell.ts";
import { assetUploaded, uploadPath } from "./asset-uploaded.ts";
import { malwareResult } from "./malware-result.ts";
import { reviewerCallback } from "./reviewer-callback.ts";
import { sweep } from "./sweep.ts";

/** Reviewers' systems hold a key of this account alone. */
const callbacks = { queueName: "reviewer-callbacks", connection: "CALLBACK_STORAGE" } as const;
/** Event Grid writes there what Defender for Storage finds. */
const scanResults = { queueName: "malware-scan-results", connection: "DATA_STORAGE" } as const;

export interface BlobTrigger {
  readonly name: string;
  readonly path: string;
  readonly connection: string;
  readonly handler: (shell: Shell) => StorageBlobHandler;
}
export interface QueueTrigger {
  readonly name: string;
  readonly queueName: string;
  readonly connection: string;
  readonly handler: (shell: Shell) => StorageQueueHandler;
  /** Whether it talks to the durable engine and so needs its client. */
  readonly ordersWork?: true;
}
export interface TimerTrigger {
  readonly name: string;
  /** Seconds first. */
  readonly schedule: string;
  readonly handler: (shell: Shell) => TimerHandler;
}

/** What runs when a blob is written; Event Grid tells of it at once. */
export const blobTriggers: readonly BlobTrigger[] = [
  {
    name: "assetUploaded",
    path: uploadPath,
    connection: "DATA_STORAGE",
    handler: assetUploaded,
  },
];

/** What runs on a message. */
export const queueTriggers: readonly QueueTrigger[] = [
  { name: "reviewerCallback", ...callbacks, handler: reviewerCallback, ordersWork: true },
  { name: "malwareResult", ...scanResults, handler: malwareResult },
];

/** What runs by the clock. */
export const timerTriggers: readonly TimerTrigger[] = [
  { name: "sweep", schedule: "0 * * * * *", handler: sweep },
];
