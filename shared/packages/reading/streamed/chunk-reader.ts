/** Reads pieces that come once, in amounts of its own; gives back what it took too much of. */
export class ChunkReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);
  #position = 0;

  /** The memory of the pieces must stay theirs. */
  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Of the byte that comes next. */
  get position(): number {
    return this.#position;
  }

  /** Whatever comes next, as much as is there; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.#rest.length === 0) {
      const chunk = await this.#chunks.next();
      if (chunk.done === true) return undefined;
      this.#rest = chunk.value;
    }
    return this.#pass(this.#rest.length);
  }

  /** The last bytes of the piece that `next` gave are read again. */
  unread(bytes: Uint8Array): void {
    this.#rest = bytes;
    this.#position -= bytes.length;
  }

  /** The next bytes, which stay what comes next; fewer at the end. */
  async peek(length: number): Promise<Uint8Array> {
    if (this.#rest.length < length) await this.#gather(length);
    return this.#rest.subarray(0, length);
  }

  /** Puts the pieces together once, however many they are. */
  async #gather(length: number): Promise<void> {
    const pieces = this.#rest.length === 0 ? [] : [this.#rest];
    for (let size = this.#rest.length; size < length;) {
      const chunk = await this.#chunks.next();
      if (chunk.done === true) break;
      size += chunk.value.length;
      pieces.push(chunk.value);
    }
    const [only = this.#rest] = pieces;
    this.#rest = pieces.length > 1 ? Buffer.concat(pieces) : only;
  }

  /** The next bytes in one piece; fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    await this.peek(length);
    return this.#pass(length);
  }

  /** The next bytes in pieces; fewer at the end. */
  async *chunks(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0;) {
      if ((await this.peek(1)).length === 0) return;
      const chunk = this.#pass(left);
      left -= chunk.length;
      yield chunk;
    }
  }

  #pass(length: number): Uint8Array {
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    this.#position += bytes.length;
    return bytes;
  }
}
