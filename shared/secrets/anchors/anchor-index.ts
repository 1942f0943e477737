const letters = 128;

/** What is only worth looking for around certain words. */
export interface Anchored {
  /** Lower-case ASCII texts; one of them is in whatever is looked for. */
  readonly anchors: readonly string[];
  /** How far before the end of a word it may start, and how far after it it may go on. */
  readonly around?: readonly [before: number, after: number];
}

/**
 * Finds the words of many searches in one pass over a text, whatever their case (Aho and
 * Corasick): a step per character, however many words there are.
 */
export class AnchorIndex<T extends Anchored> {
  /** By where the row of a state starts, and character; the start of a row that ends words is negated. */
  readonly #next: Int32Array;
  /** What each state ends; most states end nothing. */
  readonly #ends: readonly (readonly T[])[];

  constructor(searches: readonly T[]) {
    const { rows, ends } = trieOf(searches);
    link(rows, ends);
    this.#ends = ends.map((some) => [...some]);
    const starts = ends.map(({ size }, state) => (size > 0 ? -state : state) * letters);
    this.#next = Int32Array.from(rows.flatMap((row) => Array.from(row, (to) => starts[to] ?? 0)));
  }

  /** Where the words of each search end; searches without any word in the text are not in it. */
  places(text: string): Map<T, number[]> {
    const found = new Map<T, number[]>();
    const next = this.#next;
    const { length } = text;
    let row = 0;
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      row = code < letters ? (next[row + code] ?? 0) : 0;
      if (row < 0) {
        row = -row;
        this.#note(found, row / letters, at + 1);
      }
    }
    return found;
  }

  #note(found: Map<T, number[]>, state: number, at: number): void {
    for (const search of this.#ends[state] ?? []) {
      const places = found.get(search);
      if (places) places.push(at);
      else found.set(search, [at]);
    }
  }
}

interface Trie<T> {
  rows: Uint16Array[];
  ends: Set<T>[];
}

function trieOf<T extends Anchored>(searches: readonly T[]): Trie<T> {
  const rows = [new Uint16Array(letters)];
  const ends = [new Set<T>()];
  for (const search of searches) {
    for (const anchor of search.anchors) ends[stateOf(rows, ends, anchor)]?.add(search);
  }
  return { rows, ends };
}

function stateOf<T>(rows: Uint16Array[], ends: Set<T>[], anchor: string): number {
  let state = 0;
  for (const character of anchor) {
    const code = character.charCodeAt(0);
    let next = rows[state]?.[code] ?? 0;
    if (next === 0) {
      next = rows.push(new Uint16Array(letters)) - 1;
      ends.push(new Set());
      for (const same of bothCases(code)) rows[state]?.fill(next, same, same + 1);
    }
    state = next;
  }
  return state;
}

/** Where a word does not go on, its longest end that starts one does; nearer states first. */
function link<T>(rows: readonly Uint16Array[], ends: readonly Set<T>[]): void {
  const order = new Set([0]);
  const links = new Map<number, Uint16Array>();
  for (const state of order) {
    const row = rows[state] ?? new Uint16Array(letters);
    // The start has nothing to fall back to.
    const fallback = links.get(state) ?? new Uint16Array(letters);
    row.forEach((next, code) => {
      const other = fallback[code] ?? 0;
      if (next === 0) {
        row[code] = other;
      } else if (!order.has(next)) {
        order.add(next);
        links.set(next, rows[other] ?? row);
        for (const search of ends[other] ?? []) ends[next]?.add(search);
      }
    });
  }
}

function bothCases(code: number): number[] {
  const isLetter = code >= 0x61 && code <= 0x7a;
  return isLetter ? [code, code - 0x20] : [code];
}
