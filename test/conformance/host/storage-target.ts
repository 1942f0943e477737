import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient, type QueueClient } from "@azure/storage-queue";

import { MovableClock } from "../../../infra/local/clock/clock.ts";
import { MemoryStore } from "../../../infra/local/durable/store/memory-store.ts";
import { FunctionsHost } from "../../../infra/local/functions-host/functions-host.ts";
import { parseHostJson } from "../../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../../infra/local/functions-host/settings/settings.ts";
import { FunctionApp } from "../../../infra/local/functions-host/worker/function-app.ts";
import { openLocalStorage } from "../../../infra/local/storage/local-storage.ts";

const log = (): void => undefined;
const patienceMs = 120_000;
const pauseMs = 20;

/** A host known by its storage account only, running the functions of `app/`. */
export class StorageTarget {
  readonly blobs: BlobServiceClient;
  readonly queues: QueueServiceClient;
  readonly stop: () => Promise<void>;

  private constructor(connection: string, stop: () => Promise<void>) {
    this.blobs = BlobServiceClient.fromConnectionString(connection);
    this.queues = QueueServiceClient.fromConnectionString(connection);
    this.stop = stop;
  }

  /** The host whose storage is CONFORMANCE_STORAGE, or our own with these functions. */
  static async open(register: () => Promise<void>): Promise<StorageTarget> {
    const connection = process.env["CONFORMANCE_STORAGE"];
    if (connection !== undefined) return new StorageTarget(connection, () => Promise.resolve());
    const app = await FunctionApp.fromRegistrations(register, { log });
    const accounts = ["runtime"];
    const storage = await openLocalStorage({ folder: undefined, accounts, log });
    const own = storage.accounts.get("runtime") ?? "";
    const settings = new Settings({ AzureWebJobsStorage: own });
    const clock = new MovableClock();
    const host = await FunctionsHost.start({
      app,
      appFolder: import.meta.dirname,
      hostJson: parseHostJson({ version: "2.0" }, settings),
      settings,
      clock,
      log,
      durableStore: new MemoryStore(),
      storageEvents: storage.events,
    });
    return new StorageTarget(own, async () => {
      await host.stop();
      clock.close();
      await storage.stop();
    });
  }

  async queue(name: string): Promise<QueueClient> {
    const queue = this.queues.getQueueClient(name);
    await queue.createIfNotExists();
    return queue;
  }

  /** Puts a text on a queue as the host's base64 encoding wants it. */
  async send(queue: string, text: string): Promise<void> {
    await (await this.queue(queue)).sendMessage(Buffer.from(text).toString("base64"));
  }

  /** Waits for so many messages, and takes them off. */
  async receive(name: string, count: number): Promise<string[]> {
    const queue = await this.queue(name);
    const texts: string[] = [];
    for (const end = Date.now() + patienceMs; texts.length < count && Date.now() < end;) {
      const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
      for (const { messageId, popReceipt, messageText } of receivedMessageItems) {
        texts.push(Buffer.from(messageText, "base64").toString());
        await queue.deleteMessage(messageId, popReceipt);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    return texts;
  }

  /** The same for one message of JSON. */
  async receiveJson(name: string): Promise<any> {
    const [text] = await this.receive(name, 1);
    return text === undefined ? undefined : JSON.parse(text);
  }
}
