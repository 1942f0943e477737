/** Lets some run at once, some more wait, and refuses the rest; a negative limit means none. */
export class Throttle {
  readonly #most: { running: number; outstanding: number };
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: { maxConcurrentRequests: number; maxOutstandingRequests: number }) {
    this.#most = {
      running: limitOf(limits.maxConcurrentRequests),
      outstanding: limitOf(limits.maxOutstandingRequests),
    };
  }

  /** Runs the work when there is room; false when it was refused. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.#running + this.#waiting.length >= this.#most.outstanding) return false;
    if (this.#running >= this.#most.running) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running++;
    }
    try {
      await work();
    } finally {
      // The place is handed on, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
    return true;
  }
}

function limitOf(limit: number): number {
  return limit < 0 ? Infinity : limit;
}
