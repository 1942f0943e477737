import type { QueueClient } from "@azure/storage-queue";

import { hostId } from "../host-id.ts";
import type { ListenerContext } from "../listener.ts";
import { QueuePump } from "../queues/queue-pump.ts";
import { encodeQueueText } from "../queues/queue-text.ts";
import { isMissing, queueService } from "../storage-clients.ts";
import { BlobMessageSchema, type BlobMessage } from "./blob-message.ts";

const largestBatch = 32;
const azureLeaseSeconds = 600;

/** The host's own queue between the detection of blobs and the runs of their functions. */
export class BlobQueue {
  readonly #queue: QueueClient;
  readonly #pump: QueuePump;

  constructor(
    context: Omit<ListenerContext, "fn" | "invoke">,
    handle: (message: BlobMessage) => Promise<void>,
  ) {
    const { settings, hostJson, log, messageLeaseSeconds } = context;
    const { maxDegreeOfParallelism, poisonBlobThreshold } = hostJson.extensions.blobs;
    const service = queueService(settings);
    this.#queue = service.getQueueClient(`azure-webjobs-blobtrigger-${hostId(settings)}`);
    const batchSize = Math.min(largestBatch, maxDegreeOfParallelism);
    this.#pump = new QueuePump({
      queue: this.#queue,
      poisonQueue: service.getQueueClient("webjobs-blobtrigger-poison"),
      encoding: "base64",
      batchSize,
      newBatchThreshold: Math.max(0, maxDegreeOfParallelism - batchSize),
      maxDequeueCount: poisonBlobThreshold,
      maxPollingIntervalMs: hostJson.extensions.queues.maxPollingIntervalMs,
      visibilityTimeoutMs: hostJson.extensions.queues.visibilityTimeoutMs,
      leaseSeconds: messageLeaseSeconds ?? azureLeaseSeconds,
      handle: (_message, text) => handle(BlobMessageSchema.parse(JSON.parse(text))),
      warn: (message) => {
        log("warning", "Host.Triggers.Blob", message);
      },
    });
  }

  start(): void {
    this.#pump.start();
  }

  async add(message: BlobMessage): Promise<void> {
    const text = encodeQueueText(JSON.stringify(message), "base64");
    try {
      await this.#queue.sendMessage(text);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.#queue.createIfNotExists();
      await this.#queue.sendMessage(text);
    }
    this.#pump.nudge();
  }

  stop(): Promise<void> {
    return this.#pump.stop();
  }

  idle(): Promise<void> {
    return this.#pump.idle();
  }
}
