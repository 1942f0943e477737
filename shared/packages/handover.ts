/** Gives what somebody pushes to somebody who pulls; who pushes waits until it is taken. */
export class Handover {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reading: Promise<void>;

  /** Reading may stop early; what is pushed then goes nowhere. */
  constructor(read: (chunks: AsyncIterable<Uint8Array>) => Promise<void>) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    this.#writer = writable.getWriter();
    const chunks = readable[Symbol.asyncIterator]();
    // Who stops early must not keep the other side waiting.
    this.#reading = read({ [Symbol.asyncIterator]: () => chunks }).finally(() => chunks.return?.());
    // `end` tells of its failure.
    this.#reading.catch(() => undefined);
  }

  /** The memory of the chunk goes over, too. */
  async push(chunk: Uint8Array): Promise<void> {
    await this.#writer.write(chunk).catch(() => undefined);
  }

  /** Until all is read; throws what the reading threw. */
  async end(): Promise<void> {
    await this.#writer.close().catch(() => undefined);
    await this.#reading;
  }
}
