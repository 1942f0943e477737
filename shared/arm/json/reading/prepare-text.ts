import type { JsonProblem } from "./json-problem.ts";

/** A text made digestible for a plain JSON-with-comments parser. */
export interface PreparedText {
  text: string;
  /** Where in `text` a quote was put in; ascending. */
  inserted: number[];
  /** What a strict reader would not have taken. */
  liberties: JsonProblem[];
  deepest: { depth: number; offset: number };
}

/** Said of a string with line ends in it. */
export const severalLines = "a string runs over several lines";

/** Blanks and comments may stand before the colon. */
const identifier =
  /[\p{L}_$][\p{L}\p{N}_$-]*(?=(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n)*:)/uy;
/** A word that is no name (true, null), or anything between words, strings and brackets. */
const plainRun = /[\p{L}_$][\p{L}\p{N}_$-]*|[^"/{}[\]\p{L}_$]+/uy;

/**
 * Rewrites what template authors may write and the parser cannot read: strings over several lines
 * (each line end becomes one space, so that offsets stay) and property names without quotes.
 */
export function prepareText(source: string): PreparedText {
  const scan = new Scan(source);
  while (scan.step());
  return scan.result();
}

class Scan {
  readonly #source: string;
  readonly #parts: string[] = [];
  readonly #inserted: number[] = [];
  readonly #liberties: JsonProblem[] = [];
  #at = 0;
  #length = 0;
  #depth = 0;
  #deepest = { depth: 0, offset: 0 };

  constructor(source: string) {
    this.#source = source;
  }

  step(): boolean {
    const character = this.#source[this.#at];
    if (character === undefined) return false;
    if (character === '"') this.#string();
    else if (character === "/") this.#comment();
    else if (character === "{" || character === "[") this.#open();
    else if (character === "}" || character === "]") this.#close();
    else if (!this.#bareName()) this.#plain();
    return true;
  }

  result(): PreparedText {
    return {
      text: this.#parts.join(""),
      inserted: this.#inserted,
      liberties: this.#liberties,
      deepest: this.#deepest,
    };
  }

  #copy(until: number): void {
    this.#put(this.#source.slice(this.#at, until));
    this.#at = until;
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #plain(): void {
    plainRun.lastIndex = this.#at;
    this.#copy(this.#at + (plainRun.exec(this.#source)?.[0].length ?? 1));
  }

  #open(): void {
    this.#depth += 1;
    if (this.#depth > this.#deepest.depth) {
      this.#deepest = { depth: this.#depth, offset: this.#at };
    }
    this.#copy(this.#at + 1);
  }

  #close(): void {
    this.#depth -= 1;
    this.#copy(this.#at + 1);
  }

  #comment(): void {
    const next = this.#source[this.#at + 1];
    if (next === "/") this.#copy(this.#indexOf("\n", this.#at));
    else if (next === "*") this.#copy(this.#indexOf("*/", this.#at + 2, 2));
    else this.#copy(this.#at + 1);
  }

  #indexOf(mark: string, from: number, after = 0): number {
    const found = this.#source.indexOf(mark, from);
    return found === -1 ? this.#source.length : found + after;
  }

  #string(): void {
    const end = this.#endOfString();
    const text = this.#source.slice(this.#at, end);
    if (/[\r\n]/.test(text)) {
      this.#liberty(severalLines);
      this.#put(text.replace(/[\r\n]/g, " "));
      this.#at = end;
    } else this.#copy(end);
  }

  #endOfString(): number {
    const stop = /[\\"]/g;
    stop.lastIndex = this.#at + 1;
    for (let hit = stop.exec(this.#source); hit !== null; hit = stop.exec(this.#source)) {
      if (hit[0] === '"') return hit.index + 1;
      stop.lastIndex = hit.index + 2;
    }
    return this.#source.length;
  }

  #bareName(): boolean {
    identifier.lastIndex = this.#at;
    const name = identifier.exec(this.#source)?.[0];
    if (name === undefined) return false;
    this.#liberty(`the property name ${name} has no quotes`);
    this.#inserted.push(this.#length);
    this.#put('"');
    this.#copy(this.#at + name.length);
    this.#inserted.push(this.#length);
    this.#put('"');
    return true;
  }

  #liberty(message: string): void {
    this.#liberties.push({ kind: "syntax", message, offset: this.#at });
  }
}
