import type { DequeuedMessageItem } from "@azure/storage-queue";

import type { Listener, ListenerContext } from "../listener.ts";
import { queueService } from "../storage-clients.ts";
import { messageMetadata } from "./message-metadata.ts";
import { QueuePump } from "./queue-pump.ts";

const poisonSuffix = "-poison";
const queueName = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const azureLeaseSeconds = 600;

/** Runs a function for each message of its queue. */
export class QueueListener implements Listener {
  readonly #context: ListenerContext;
  readonly #pump: QueuePump;
  readonly #account: string;
  readonly #queue: string;
  #unsubscribe: () => void = () => undefined;

  /** A missing setting in the queue's name or connection is refused here. */
  constructor(context: ListenerContext) {
    this.#context = context;
    const { fn, settings, hostJson, log } = context;
    const name = settings.resolve(String(fn.trigger["queueName"])).toLowerCase();
    if (!queueName.test(name)) throw new Error(`'${name}' is no name that a queue can have.`);
    const service = queueService(settings, fn.trigger["connection"] as string | undefined);
    const queue = service.getQueueClient(name);
    const { messageEncoding, ...options } = hostJson.extensions.queues;
    this.#account = queue.accountName;
    this.#queue = name;
    this.#pump = new QueuePump({
      queue,
      poisonQueue: name.endsWith(poisonSuffix)
        ? undefined
        : service.getQueueClient(`${name}${poisonSuffix}`),
      encoding: messageEncoding,
      ...options,
      leaseSeconds: context.messageLeaseSeconds ?? azureLeaseSeconds,
      handle: (message, text) => this.#handle(message, text),
      warn: (message) => {
        log("warning", `Function.${fn.name}`, message);
      },
    });
  }

  start(): Promise<void> {
    const subscription = this.#context.storageEvents?.onQueueMessage(({ account, queue }) => {
      if (account === this.#account && queue === this.#queue) this.#pump.nudge();
    });
    this.#unsubscribe = subscription ?? this.#unsubscribe;
    this.#pump.start();
    return Promise.resolve();
  }

  /** Looks into the queue at once, for instance because the host has just put a message there. */
  nudge(): void {
    this.#pump.nudge();
  }

  stop(): Promise<void> {
    this.#unsubscribe();
    return this.#pump.stop();
  }

  async idle(): Promise<void> {
    await this.#context.storageEvents?.settled();
    await this.#pump.idle();
  }

  #handle(message: DequeuedMessageItem, text: string): Promise<void> {
    const { fn, invoke } = this.#context;
    const input = { name: fn.trigger.name, data: { string: text } };
    return invoke(fn.name, [input], messageMetadata(message, text));
  }
}
