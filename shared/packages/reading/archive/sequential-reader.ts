import { createHash } from "node:crypto";
import type { ByteSource } from "../../byte-source.ts";

const blockBytes = 2 * 1024 * 1024;

/** Reads a source, or a part of it, in order and in large blocks, and hashes what it passes. */
export class SequentialReader {
  readonly #source: ByteSource;
  readonly #end: number;
  readonly #hash = createHash("sha256");
  #block: Uint8Array = new Uint8Array(0);
  /** Of the block's first byte. */
  #blockStart = 0;
  #at = 0;
  #next: Promise<Uint8Array> | undefined;

  constructor(source: ByteSource, { start = 0, end = source.size } = {}) {
    this.#source = source;
    this.#blockStart = start;
    this.#end = end;
  }

  /** Of the byte that comes next. */
  get position(): number {
    return this.#blockStart + this.#at;
  }

  /** The next bytes, in pieces as they lie in memory; fewer when the source ends. */
  async *chunks(length: number): AsyncGenerator<Uint8Array> {
    let left = length;
    while (left > 0) {
      if (this.#at === this.#block.length && !(await this.#advance())) return;
      const chunk = this.#block.subarray(this.#at, this.#at + left);
      this.#at += chunk.length;
      left -= chunk.length;
      yield chunk;
    }
  }

  /** The next bytes in one piece; fewer when the source ends. */
  async take(length: number): Promise<Uint8Array> {
    if (this.#at + length <= this.#block.length) {
      this.#at += length;
      return this.#block.subarray(this.#at - length, this.#at);
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.chunks(length)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Lower-case hex, of all that was to be read; reads what is left of it. */
  async finish(): Promise<string> {
    while (await this.#advance());
    return this.#hash.digest("hex");
  }

  /** While a block is looked at, the one after it is under way. */
  async #advance(): Promise<boolean> {
    const start = this.#blockStart + this.#block.length;
    if (start >= this.#end) return false;
    this.#block = await (this.#next ?? this.#read(start));
    this.#blockStart = start;
    this.#at = 0;
    this.#hash.update(this.#block);
    this.#next = this.#read(start + this.#block.length);
    // Whoever gives up before the next block must not be told of its failure.
    this.#next.catch(() => undefined);
    return true;
  }

  async #read(start: number): Promise<Uint8Array> {
    const length = Math.min(blockBytes, this.#end - start);
    if (length <= 0) return new Uint8Array(0);
    const block = await this.#source.read(start, length);
    if (block.length !== length) throw new Error(`The source ended at ${start + block.length}.`);
    return block;
  }
}
