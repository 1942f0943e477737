import type { ContainerClient } from "@azure/storage-blob";

import { hostId } from "../host-id.ts";
import { blobData } from "../invocations/blob-data.ts";
import type { ListenerContext } from "../listener.ts";
import { blobService, isMissing } from "../storage-clients.ts";
import { blobMetadata } from "./blob-metadata.ts";
import { functionId, quotedETag, type BlobMessage } from "./blob-message.ts";
import { BlobReceipts } from "./blob-receipts.ts";
import { BlobPathPattern } from "./path-pattern.ts";

/** A function with a blob trigger: which blobs are its own, and how it runs for one. */
export class BlobFunction {
  readonly id: string;
  readonly isEventDriven: boolean;
  readonly container: ContainerClient;
  readonly receipts: BlobReceipts;
  readonly #context: ListenerContext;
  readonly #pattern: BlobPathPattern;

  /** A missing setting in path or connection is refused here. */
  constructor(context: ListenerContext) {
    this.#context = context;
    const { fn, settings } = context;
    const { path, connection, source } = fn.trigger;
    this.id = functionId(fn.name);
    this.isEventDriven = String(source).toLowerCase() === "eventgrid";
    this.#pattern = new BlobPathPattern(settings.resolve(String(path)));
    const service = blobService(settings, connection as string | undefined);
    this.container = service.getContainerClient(this.#pattern.container);
    const receipts = blobService(settings).getContainerClient("azure-webjobs-hosts");
    this.receipts = new BlobReceipts(receipts, hostId(settings), this.id);
  }

  owns(container: string, blob: string): boolean {
    return container === this.container.containerName && this.#pattern.match(blob) !== undefined;
  }

  message(blob: string, version: { etag?: string; blobType?: string }): BlobMessage {
    return {
      Type: "BlobTrigger",
      FunctionId: this.id,
      BlobType: version.blobType ?? "BlockBlob",
      ContainerName: this.container.containerName,
      BlobName: blob,
      ETag: quotedETag(version.etag),
    };
  }

  /** Runs the function; a blob that is gone, or was changed since a scan saw it, is left out. */
  async run({ BlobName, ETag }: BlobMessage): Promise<void> {
    const { fn, invoke, settings } = this.#context;
    const container = this.container.containerName;
    const properties = await this.#properties(BlobName);
    const isOther = quotedETag(properties?.etag) !== ETag;
    if (!properties || (isOther && !this.isEventDriven)) return;
    const data = await blobData(fn.trigger, settings, `${container}/${BlobName}`);
    if (!data) return;
    const place = { url: this.container.getBlobClient(BlobName).url, container, name: BlobName };
    await invoke(
      fn.name,
      [{ name: fn.trigger.name, data }],
      blobMetadata(place, properties, this.#pattern.match(BlobName) ?? {}),
    );
  }

  async #properties(name: string) {
    try {
      return await this.container.getBlobClient(name).getProperties();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
}
