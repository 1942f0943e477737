import { BlobServiceClient, type ContainerClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";

import {
  BlobTriggers,
  type BlobTriggersOptions,
} from "../../../../infra/local/functions-host/blobs/blob-triggers.ts";
import {
  openLocalStorage,
  type LocalStorage,
} from "../../../../infra/local/storage/local-storage.ts";
import { listenerBench } from "../listener-bench.ts";

type Options = Partial<Parameters<typeof listenerBench>[0]> & { scanIntervalMs?: number };

/** Blobs in memory and hosts that watch them, all ended together. */
export class BlobBench {
  readonly storage: LocalStorage;
  readonly service: BlobServiceClient;
  readonly queues: QueueServiceClient;
  readonly #triggers: BlobTriggers[] = [];
  #containers = 0;

  private constructor(storage: LocalStorage) {
    const connection = storage.accounts.get("runtime") ?? "";
    this.storage = storage;
    this.service = BlobServiceClient.fromConnectionString(connection);
    this.queues = QueueServiceClient.fromConnectionString(connection);
  }

  static async open(): Promise<BlobBench> {
    const accounts = ["runtime", "offerpress"];
    return new BlobBench(
      await openLocalStorage({ folder: undefined, accounts, log: () => undefined }),
    );
  }

  async freshContainer(): Promise<ContainerClient> {
    const container = this.service.getContainerClient(`uploads${(this.#containers += 1)}`);
    await container.create();
    return container;
  }

  async put(container: ContainerClient, name: string, text = "content"): Promise<void> {
    await container.getBlockBlobClient(name).upload(text, Buffer.byteLength(text));
  }

  /** A host with one function on this path; every test's host has a name of its own. */
  async watch(path: string, { scanIntervalMs, ...options }: Options = {}) {
    const bench = listenerBench({
      trigger: { path, source: "EventGrid" },
      ...options,
      storage: this.storage,
      env: { WEBSITE_SITE_NAME: path.split("/")[0] ?? "", ...options.env },
    });
    const common: BlobTriggersOptions = { ...bench.context, messageLeaseSeconds: 30 };
    const triggers = new BlobTriggers({
      ...common,
      ...(scanIntervalMs !== undefined && { scanIntervalMs }),
    });
    triggers.add(bench.context);
    this.#triggers.push(triggers);
    await triggers.start();
    const blobs = () => bench.calls.map((call) => call.metadata["blobTrigger"]?.string);
    return { ...bench, triggers, blobs };
  }

  async poisoned(): Promise<unknown[]> {
    const poison = this.queues.getQueueClient("webjobs-blobtrigger-poison");
    const { receivedMessageItems } = await poison.receiveMessages({ numberOfMessages: 32 });
    return receivedMessageItems.map(
      ({ messageText }) => JSON.parse(Buffer.from(messageText, "base64").toString()) as unknown,
    );
  }

  async stopHosts(): Promise<void> {
    await Promise.all(this.#triggers.splice(0).map((triggers) => triggers.stop()));
  }
}
