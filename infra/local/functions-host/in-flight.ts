/** The work that is going on at the moment. */
export class InFlight {
  readonly #running = new Set<Promise<void>>();
  readonly #onEnd: () => void;

  constructor(onEnd: () => void = () => undefined) {
    this.#onEnd = onEnd;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Starts work that reports its own failures. */
  run(work: () => Promise<void>): void {
    const running: Promise<void> = work().finally(() => {
      this.#running.delete(running);
      this.#onEnd();
    });
    this.#running.add(running);
  }

  /** Resolves when nothing is left, including what was started meanwhile. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
