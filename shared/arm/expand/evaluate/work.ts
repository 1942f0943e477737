/** How much an expansion may cost; all far above what Azure itself accepts. */
export interface WorkLimits {
  /** Values computed, visited or copied. */
  steps: number;
  /** Characters of one computed string. */
  textLength: number;
  /** Expressions, variables and functions within one another. */
  depth: number;
}

export const defaultWorkLimits: WorkLimits = { steps: 500_000, textLength: 131_072, depth: 200 };

/** Characters that cost as much as one value. */
const charactersPerStep = 32;

/** Ends an expansion that costs more than any real template. */
export class OutOfWork extends Error {}

/** Counts what an expansion costs, and stops it before that hurts. */
export class Work {
  readonly limits: WorkLimits;
  #left: number;
  #depth = 0;

  constructor(limits: WorkLimits = defaultWorkLimits) {
    this.limits = limits;
    this.#left = limits.steps;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) {
      throw new OutOfWork(`more than ${this.limits.steps} values would have to be computed`);
    }
  }

  spendText(length: number): void {
    this.spend(1 + Math.floor(length / charactersPerStep));
  }

  /** Runs something one level deeper; undefined when that is too deep. */
  within<T>(run: () => T): T | undefined {
    if (this.#depth >= this.limits.depth) return undefined;
    this.#depth += 1;
    try {
      return run();
    } finally {
      this.#depth -= 1;
    }
  }
}
