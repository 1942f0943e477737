import { performance } from "node:perf_hooks";

const mostEntries = 10_000;

/** Keeps what was read for a short while. Only what is there: what is missing is asked for anew each time. */
export class Remembered<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly until: number }>();
  readonly #milliseconds: number;
  readonly #now: () => number;

  constructor(milliseconds: number, now: () => number = () => performance.now()) {
    this.#milliseconds = milliseconds;
    this.#now = now;
  }

  async get(key: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
    const known = this.#entries.get(key);
    if (known && known.until > this.#now()) return known.value;
    this.#entries.delete(key);
    const value = await read();
    if (value === undefined) return undefined;
    if (this.#entries.size >= mostEntries) this.#entries.clear();
    this.#entries.set(key, { value, until: this.#now() + this.#milliseconds });
    return value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}
