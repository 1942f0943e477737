import { QueueServiceClient, type QueueClient } from "@azure/storage-queue";

import { QueueListener } from "../../../../infra/local/functions-host/queues/queue-listener.ts";
import {
  openLocalStorage,
  type LocalStorage,
} from "../../../../infra/local/storage/local-storage.ts";
import { listenerBench } from "../listener-bench.ts";

type Options = Partial<Parameters<typeof listenerBench>[0]> & { leaseSeconds?: number };

export const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A handler that always fails. */
export const fail = (): never => {
  throw new Error("no luck");
};

/** Queues in memory and listeners on them, all ended together. */
export class QueueBench {
  readonly storage: LocalStorage;
  readonly service: QueueServiceClient;
  readonly #listeners: QueueListener[] = [];
  #queues = 0;

  private constructor(storage: LocalStorage) {
    this.storage = storage;
    this.service = QueueServiceClient.fromConnectionString(storage.accounts.get("runtime") ?? "");
  }

  static async open(): Promise<QueueBench> {
    const accounts = ["runtime", "callbacks"];
    return new QueueBench(
      await openLocalStorage({ folder: undefined, accounts, log: () => undefined }),
    );
  }

  async freshQueue(...messages: string[]): Promise<QueueClient> {
    const queue = this.service.getQueueClient(`queue${(this.#queues += 1)}`);
    await queue.create();
    for (const message of messages) await queue.sendMessage(message);
    return queue;
  }

  async listen(queueName: string, { leaseSeconds = 30, ...options }: Options = {}) {
    const bench = listenerBench({ trigger: { queueName }, ...options, storage: this.storage });
    const listener = new QueueListener({ ...bench.context, messageLeaseSeconds: leaseSeconds });
    this.#listeners.push(listener);
    await listener.start();
    const texts = () => bench.calls.map((call) => call.data.string);
    return { ...bench, listener, texts };
  }

  async left(queue: QueueClient): Promise<number | undefined> {
    return (await queue.getProperties()).approximateMessagesCount;
  }

  async poisoned(queue: QueueClient): Promise<string[]> {
    const poison = this.service.getQueueClient(`${queue.name}-poison`);
    const { receivedMessageItems } = await poison.receiveMessages({ numberOfMessages: 32 });
    return receivedMessageItems.map((message) => message.messageText);
  }

  async stopListeners(): Promise<void> {
    await Promise.all(this.#listeners.splice(0).map((listener) => listener.stop()));
  }
}
