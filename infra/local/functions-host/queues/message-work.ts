import type { DequeuedMessageItem, QueueClient } from "@azure/storage-queue";

import { isMissing } from "../storage-clients.ts";
import { decodeQueueText, type MessageEncoding } from "./queue-text.ts";
import { MessageLease } from "./message-lease.ts";

/** What happens to the messages of a queue. */
export interface MessageWorkOptions {
  queue: QueueClient;
  /** Where messages go that cannot be worked off; without it they stay invisible for a lease. */
  poisonQueue: QueueClient | undefined;
  encoding: MessageEncoding;
  maxDequeueCount: number;
  visibilityTimeoutMs: number;
  leaseSeconds: number;
  /** Works a message off; what it throws counts as a failed attempt. */
  handle: (message: DequeuedMessageItem, text: string) => Promise<void>;
  warn: (message: string) => void;
}

/** What became of one message. */
export type MessageFate = "done" | "again" | "poison" | "left";

/** Works one received message off, and settles what becomes of it. */
export async function workOff(
  message: DequeuedMessageItem,
  options: MessageWorkOptions,
): Promise<MessageFate> {
  const lease = new MessageLease(options.queue, message, options.leaseSeconds);
  try {
    return await attempt(lease, options);
  } catch (error) {
    // Deleted by somebody else, or expired meanwhile: nothing is left to settle.
    if (!isMissing(error)) options.warn(`Message ${message.messageId}: ${String(error)}`);
    return "left";
  } finally {
    lease.drop();
  }
}

async function attempt(lease: MessageLease, options: MessageWorkOptions): Promise<MessageFate> {
  const { message } = lease;
  const text = decodeQueueText(message.messageText, options.encoding);
  // Received too often without an end: its attempts may have killed the host.
  if (message.dequeueCount > options.maxDequeueCount) return poison(lease, options);
  if (text === undefined) {
    options.warn(`Message ${message.messageId} is not encoded as ${options.encoding}.`);
    return poison(lease, options);
  }
  try {
    await options.handle(message, text);
  } catch {
    if (message.dequeueCount >= options.maxDequeueCount) return poison(lease, options);
    if (!options.poisonQueue) return "left";
    await lease.release(Math.ceil(options.visibilityTimeoutMs / 1000));
    return "again";
  }
  await lease.delete();
  return "done";
}

async function poison(lease: MessageLease, options: MessageWorkOptions): Promise<MessageFate> {
  const { messageId, messageText } = lease.message;
  const { poisonQueue } = options;
  // The queue of poisoned messages has none of its own: a fast endless loop is to be avoided.
  if (!poisonQueue) return "left";
  options.warn(`Message ${messageId} goes to the queue ${poisonQueue.name}.`);
  try {
    await poisonQueue.sendMessage(messageText);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await poisonQueue.createIfNotExists();
    await poisonQueue.sendMessage(messageText);
  }
  await lease.delete();
  return "poison";
}
