import type { ContainerClient } from "@azure/storage-blob";

import { isMissing } from "../storage-clients.ts";
import type { BlobMessage } from "./blob-message.ts";

/**
 * Which versions of which blobs a function has been started for. Only one host uses a storage at
 * a time, so what lies there is read once.
 */
export class BlobReceipts {
  readonly #container: ContainerClient;
  readonly #prefix: string;
  readonly #known = new Set<string>();

  constructor(container: ContainerClient, hostId: string, functionId: string) {
    this.#container = container;
    this.#prefix = `blobreceipts/${hostId}/${functionId}/`;
  }

  async load(): Promise<void> {
    await this.#container.createIfNotExists();
    for await (const { name } of this.#container.listBlobsFlat({ prefix: this.#prefix })) {
      this.#known.add(name);
    }
  }

  /** Whether nobody has this version yet; if so it is the caller's. */
  claim(message: BlobMessage): boolean {
    const name = this.#name(message);
    if (this.#known.has(name)) return false;
    this.#known.add(name);
    return true;
  }

  /** The caller could not start the function. */
  giveBack(message: BlobMessage): void {
    this.#known.delete(this.#name(message));
  }

  /** The start is certain: the next host shall know. */
  async complete(message: BlobMessage): Promise<void> {
    this.#known.add(this.#name(message));
    const receipt = this.#container.getBlockBlobClient(this.#name(message));
    try {
      await receipt.upload("", 0);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.#container.createIfNotExists();
      await receipt.upload("", 0);
    }
  }

  #name({ ETag, ContainerName, BlobName }: BlobMessage): string {
    return `${this.#prefix}${ETag}/${ContainerName}/${BlobName}`;
  }
}
