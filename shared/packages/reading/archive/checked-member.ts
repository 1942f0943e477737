import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { ListedEntry } from "../listed-entry.ts";
import { ArchiveDamage, wrongSize, wrongSum } from "./archive-damage.ts";
import type { SequentialReader } from "./sequential-reader.ts";
import { unpackMember } from "./unpack-member.ts";

/** An entry's content on its way through; held to the size and the check sum it claims. */
export class CheckedMember {
  readonly #entry: ListedEntry;
  readonly #chunks: AsyncGenerator<Uint8Array, undefined>;
  readonly #hash = createHash("sha256");
  #size = 0;
  #crc = 0;
  #sha256: string | undefined;

  constructor(reader: SequentialReader, entry: ListedEntry) {
    this.#entry = entry;
    this.#chunks = unpackMember(reader, entry);
  }

  /** The next piece; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    const { value: chunk } = await this.#chunks.next();
    if (chunk === undefined) return undefined;
    this.#size += chunk.length;
    this.#crc = crc32(chunk, this.#crc);
    this.#hash.update(chunk);
    return chunk;
  }

  /** Lower-case hex, of the whole content; to be asked for at its end. */
  sha256(): string {
    if (this.#size !== this.#entry.size) throw new ArchiveDamage(wrongSize);
    if (this.#crc !== this.#entry.crc32) throw new ArchiveDamage(wrongSum);
    this.#sha256 ??= this.#hash.digest("hex");
    return this.#sha256;
  }
}
