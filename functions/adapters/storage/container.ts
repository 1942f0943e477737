import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  BlobSASPermissions,
  type BlobServiceClient,
  type ContainerClient,
  generateBlobSASQueryParameters,
  type SASQueryParameters,
  StorageSharedKeyCredential,
} from "@azure/storage-blob";
import type { ByteSource } from "../../../shared/packages/byte-source.ts";
import type { JsonObject, Versioned } from "../../../shared/ports/values.ts";
import { blobSource } from "./blob-source.ts";
import { unless, withHome } from "./storage-error.ts";

const minute = 60_000;

const conditionsOf = (ifMatch: string | undefined) =>
  ifMatch === "none" ? { ifNoneMatch: "*" } : ifMatch ? { ifMatch } : {};

/** `ifMatch` an ETag writes over exactly that; "none" only creates; absent writes anyway. */
export interface WriteOptions {
  readonly ifMatch?: string | undefined;
  readonly contentType?: string;
}

/** A blob container that comes into being with its first blob. */
export class Container {
  readonly #service: BlobServiceClient;
  readonly #client: ContainerClient;
  #isThere: Promise<unknown> | undefined;

  constructor(service: BlobServiceClient, name: string) {
    this.#service = service;
    this.#client = service.getContainerClient(name);
  }

  async read(name: string): Promise<Versioned<Buffer> | undefined> {
    return unless([404], async () => {
      const answer = await this.#client.getBlobClient(name).download();
      if (!answer.readableStreamBody) throw new Error(`Blob ${name} came without a body.`);
      return { value: await buffer(answer.readableStreamBody), etag: answer.etag ?? "" };
    });
  }

  /** To read parts of it, without all of it in memory. */
  open(name: string): Promise<ByteSource | undefined> {
    return blobSource(this.#client.getBlobClient(name));
  }

  async readJson(name: string): Promise<Versioned<JsonObject> | undefined> {
    const found = await this.read(name);
    return found && { etag: found.etag, value: JSON.parse(found.value.toString()) as JsonObject };
  }

  /** Answers the new ETag; undefined when the condition failed. */
  async write(
    name: string,
    bytes: Uint8Array,
    options: WriteOptions = {},
  ): Promise<string | undefined> {
    const { ifMatch, contentType = "application/octet-stream" } = options;
    const conditions = conditionsOf(ifMatch);
    // Buffer.from over the same memory: the SDK wants a Buffer, Blob or ArrayBuffer.
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const upload = () =>
      this.#client.getBlockBlobClient(name).uploadData(body, {
        conditions,
        blobHTTPHeaders: { blobContentType: contentType },
      });
    const refusals = ifMatch === undefined ? [] : [409, 412];
    const answer = await unless(refusals, () =>
      withHome(upload, () => this.#client.createIfNotExists()),
    );
    return answer?.etag;
  }

  /** Writes what comes, in blocks, so that memory holds a few of them; nothing when it breaks off. */
  async writeStream(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    { ifMatch, contentType = "application/octet-stream" }: WriteOptions = {},
  ): Promise<void> {
    await this.ensure();
    const stream = Readable.from(bytes, { objectMode: false });
    await unless(ifMatch === undefined ? [] : [409, 412], () =>
      this.#client.getBlockBlobClient(name).uploadStream(stream, undefined, undefined, {
        conditions: conditionsOf(ifMatch),
        blobHTTPHeaders: { blobContentType: contentType },
      }),
    );
  }

  async writeJson(
    name: string,
    value: unknown,
    options: WriteOptions = {},
  ): Promise<string | undefined> {
    const bytes = Buffer.from(JSON.stringify(value));
    return this.write(name, bytes, { ...options, contentType: "application/json" });
  }

  /** A URL for one blob; `permissions` as in a SAS, for example "r". */
  async sign(name: string, permissions: string, expiresOn: Date): Promise<string> {
    const blob = this.#client.getBlobClient(name);
    const sas = await this.#signature(name, permissions, expiresOn);
    return `${blob.url}?${sas.toString()}`;
  }

  /** Makes the container once, for those who write to it from outside. */
  async ensure(): Promise<void> {
    this.#isThere ??= this.#client.createIfNotExists();
    await this.#isThere.catch((error: unknown) => {
      this.#isThere = undefined;
      throw error;
    });
  }

  async #signature(
    blobName: string,
    permissions: string,
    expiresOn: Date,
  ): Promise<SASQueryParameters> {
    const { containerName } = this.#client;
    const values = {
      containerName,
      blobName,
      permissions: BlobSASPermissions.parse(permissions),
      expiresOn,
    };
    if (this.#client.credential instanceof StorageSharedKeyCredential) {
      return generateBlobSASQueryParameters(values, this.#client.credential);
    }
    // Storage clocks differ a little: a key that starts now may not be valid there yet.
    const startsOn = new Date(Date.now() - 5 * minute);
    const key = await this.#service.getUserDelegationKey(startsOn, expiresOn);
    return generateBlobSASQueryParameters({ ...values, startsOn }, key, this.#service.accountName);
  }
}
