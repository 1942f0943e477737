import type { Clock } from "../../../clock/clock.ts";

const firstMs = 50;
const longestMs = 10_000;

/** Pauses between attempts, longer after every failure. */
export class Backoff {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #isStopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends all pauses; no more are made. */
  stop(): void {
    this.#isStopped = true;
    for (const resume of this.#waiting) resume();
  }

  /** Waits after the given number of failures in a row. */
  async pause(failures: number): Promise<void> {
    if (this.#isStopped) return;
    const delay = Math.min(firstMs * 2 ** (failures - 1), longestMs);
    await new Promise<void>((resolve) => {
      const resume = () => {
        this.#waiting.delete(resume);
        resolve();
      };
      this.#waiting.add(resume);
      this.#clock.at(new Date(this.#clock.now().getTime() + delay), resume);
    });
  }
}
