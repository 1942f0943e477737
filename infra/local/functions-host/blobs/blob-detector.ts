import { isMissing } from "../storage-clients.ts";
import type { BlobFunction } from "./blob-function.ts";
import type { BlobQueue } from "./blob-queue.ts";

/** Finds the blobs that a function has not been started for, and starts it for each once. */
export class BlobDetector {
  readonly #fn: BlobFunction;
  readonly #queue: BlobQueue;
  #newest = 0;

  constructor(fn: BlobFunction, queue: BlobQueue) {
    this.#fn = fn;
    this.#queue = queue;
  }

  /** Looks through the container for blobs not older than the newest of the last sweep. */
  async sweep(): Promise<void> {
    const { container } = this.#fn;
    const from = this.#newest;
    try {
      for await (const { name, properties } of container.listBlobsFlat()) {
        // Times in storage have whole seconds: those of the newest second may be new.
        const modified = properties.lastModified.getTime();
        this.#newest = Math.max(this.#newest, modified);
        if (modified >= from && this.#fn.owns(container.containerName, name)) {
          await this.#detect(name, properties);
        }
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** Looks at one blob that is said to be new. */
  async look(name: string): Promise<void> {
    try {
      await this.#detect(name, await this.#fn.container.getBlobClient(name).getProperties());
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** Starts the function for a blob that Event Grid told of, as often as it tells. */
  async notice(name: string, version: { etag?: string; blobType?: string }): Promise<void> {
    const message = this.#fn.message(name, version);
    await this.#queue.add(message);
    if (version.etag !== undefined) await this.#fn.receipts.complete(message);
  }

  async #detect(name: string, version: { etag?: string; blobType?: string }): Promise<void> {
    const message = this.#fn.message(name, version);
    if (!this.#fn.receipts.claim(message)) return;
    try {
      await this.#queue.add(message);
    } catch (error) {
      this.#fn.receipts.giveBack(message);
      throw error;
    }
    await this.#fn.receipts.complete(message);
  }
}
