import { TableClient } from "@azure/data-tables";
import { BlobServiceClient } from "@azure/storage-blob";
import type { StorageConnection } from "../../config.ts";
import { Container } from "./container.ts";
import { lazyCredential } from "./lazy-credential.ts";
import { Table } from "./table.ts";

/** One storage account, by key or by identity. */
export class StorageAccount {
  readonly #blobs: BlobServiceClient;
  readonly #tableClient: (name: string) => TableClient;

  constructor(connection: StorageConnection) {
    if ("connectionString" in connection) {
      const text = connection.connectionString;
      this.#blobs = BlobServiceClient.fromConnectionString(text);
      // Only a storage emulator is reached without TLS.
      const options = { allowInsecureConnection: !this.#blobs.url.startsWith("https:") };
      this.#tableClient = (name) => TableClient.fromConnectionString(text, name, options);
    } else {
      const credential = lazyCredential(connection.clientId);
      this.#blobs = new BlobServiceClient(connection.blobEndpoint, credential);
      this.#tableClient = (name) => new TableClient(connection.tableEndpoint, name, credential);
    }
  }

  /** For what is known by its address alone. */
  get blobs(): BlobServiceClient {
    return this.#blobs;
  }

  container(name: string): Container {
    return new Container(this.#blobs, name);
  }

  table(name: string): Table {
    return new Table(this.#tableClient(name));
  }
}
