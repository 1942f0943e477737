/** A stretch of a text. */
export interface Range {
  offset: number;
  length: number;
}

/** Answers whether an offset lies in one of many, possibly overlapping, stretches. */
export class Ranges {
  readonly #merged: { start: number; end: number }[] = [];

  constructor(ranges: Iterable<Range>) {
    for (const { offset, length } of [...ranges].sort((one, other) => one.offset - other.offset)) {
      const last = this.#merged.at(-1);
      if (last !== undefined && offset <= last.end) last.end = Math.max(last.end, offset + length);
      else this.#merged.push({ start: offset, end: offset + length });
    }
  }

  has(offset: number): boolean {
    let low = 0;
    let high = this.#merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#merged[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const candidate = this.#merged[low];
    return candidate !== undefined && offset >= candidate.start;
  }
}
