import type { ByteSource } from "../../shared/packages/byte-source.ts";
import type { CopiedUpload, UploadCopy, Uploads } from "../../shared/ports/files.ts";
import type { GuardedFetch } from "./outbound/guarded-fetch.ts";
import { OutboundError } from "./outbound/outbound-failure.ts";
import type { Container } from "./storage/container.ts";
import type { StorageAccount } from "./storage/storage-account.ts";

/** A package of a gigabyte, over a line of 50 Mbit/s. */
const copyMs = 200_000;

/** The container that clients write to. */
export class BlobUploads implements Uploads {
  readonly #container: Container;
  readonly #fetch: GuardedFetch;

  constructor(account: StorageAccount, fetch: GuardedFetch) {
    this.#container = account.container("uploads");
    this.#fetch = fetch;
  }

  async sign(blob: string, expiresAt: Date): Promise<string> {
    await this.#container.ensure();
    // Reading lets a client list the blocks it has sent and go on after an interruption.
    return this.#container.sign(blob, "rcw", expiresAt);
  }

  async read(blob: string): Promise<Uint8Array | undefined> {
    return (await this.#container.read(blob))?.value;
  }

  open(blob: string): Promise<ByteSource | undefined> {
    return this.#container.open(blob);
  }

  async copyFrom(url: string, { blob, mostBytes, unlessEtag }: UploadCopy): Promise<CopiedUpload> {
    const headers = unlessEtag === undefined ? {} : { "if-none-match": unlessEtag };
    const answer = await this.#fetch(url, { headers, mostBytes, totalMs: copyMs });
    if (!answer.ok) return { ok: false, reason: answer.reason };
    const { status, etag } = answer;
    if (status !== 200) {
      await answer.discard();
      if (status === 304) return { ok: true, isUnchanged: true, etag };
      return { ok: false, reason: `The host answered with status ${String(status)}.` };
    }
    try {
      await this.#container.writeStream(blob, answer.body);
      return { ok: true, isUnchanged: false, etag };
    } catch (error) {
      if (error instanceof OutboundError) return { ok: false, reason: error.message };
      throw error;
    }
  }
}
