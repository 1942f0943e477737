import type { DequeuedMessageItem, QueueClient } from "@azure/storage-queue";
import { expect, it, vi } from "vitest";
import { MessageLease } from "../../../../infra/local/functions-host/queues/message-lease.ts";

const message = { messageId: "m", popReceipt: "first" } as DequeuedMessageItem;

/** A queue whose renewals take until they are let go. */
function slowQueue() {
  const calls: string[] = [];
  let answer: () => void = () => undefined;
  const queue = {
    updateMessage: (_id: string, receipt: string, _text: undefined, seconds: number) => {
      calls.push(`renew ${receipt} ${seconds}`);
      return new Promise((resolve) => {
        answer = () => {
          resolve({ popReceipt: "second" });
        };
      });
    },
    deleteMessage: async (_id: string, receipt: string) => void calls.push(`delete ${receipt}`),
  };
  return { queue: queue as unknown as QueueClient, calls, answer: () => answer() };
}

it("deletes with the receipt of a renewal that was under way", async () => {
  const { queue, calls, answer } = slowQueue();
  const lease = new MessageLease(queue, message, 0.02);
  await vi.waitFor(() => {
    expect(calls).toEqual(["renew first 0.02"]);
  });

  const deleted = lease.delete();
  answer();
  await deleted;

  expect(calls).toEqual(["renew first 0.02", "delete second"]);
});

it("gives back with the receipt of a renewal that was under way", async () => {
  const { queue, calls, answer } = slowQueue();
  const lease = new MessageLease(queue, message, 0.02);
  await vi.waitFor(() => {
    expect(calls).toHaveLength(1);
  });

  const released = lease.release(5);
  answer();
  await vi.waitFor(() => {
    expect(calls).toEqual(["renew first 0.02", "renew second 5"]);
  });
  answer();
  await released;
});
