import type { Uploads } from "../../shared/ports.ts";
import type { Container } from "./storage/container.ts";
import type { StorageAccount } from "./storage/storage-account.ts";

/** The container that clients write to. */
export class BlobUploads implements Uploads {
  readonly #container: Container;

  constructor(account: StorageAccount) {
    this.#container = account.container("uploads");
  }

  async sign(blob: string, expiresAt: Date): Promise<string> {
    await this.#container.ensure();
    // Reading lets a client list the blocks it has sent and go on after an interruption.
    return this.#container.sign(blob, "rcw", expiresAt);
  }

  async read(blob: string): Promise<Uint8Array | undefined> {
    return (await this.#container.read(blob))?.value;
  }
}
