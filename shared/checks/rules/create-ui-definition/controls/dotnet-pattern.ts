import { PatternGroups } from "./pattern-groups.ts";

type PatternReading = { ok: true; text: string } | { ok: false; fault: string };

/** A piece of a pattern: what it begins with, and what stands in its place here. */
type Piece = readonly [begin: RegExp, here: string | ((found: string) => string)];

/** Nothing, in a place where a quantifier may follow. */
const nothing = "(?:)";
const knownEscapes = /[abBcdDefGknpPrsStuvwWxAzZ\d]|[^\w]/;

const pieces: readonly Piece[] = [
  [/\(\?#[^)]*\)/y, nothing],
  [/\(\?[imnsx]*(?:-[imnsx]+)?\)/iy, nothing],
  [/\(\?[imnsx]*(?:-[imnsx]+)?:/iy, "(?:"],
  [/\(\?>/y, "(?:"],
  // Only whether it compiles matters, and looking ahead may be repeated where looking back may not.
  [/\(\?<?[=!]/y, "(?="],
  [/\(\?(?:<(?:\w+|\w*-\w+)>|'(?:\w+|\w*-\w+)')/y, "("],
  [/\(\?(?=\()/y, "(?:"],
  [/\\k(?:<\w+>|'\w+')/y, "x"],
  [/\\[pP]\{(?:Is[\w-]+|[CLMNPSZ][a-z]?)\}/y, "x"],
  // Of several digits it may be a character by its number.
  [/\\[1-9]\d+/y, "x"],
  [/\\c[A-Za-z@[\]\\^_]/y, "x"],
  [/\\x[\da-f]{2}/iy, "x"],
  [/\\u[\da-f]{4}/iy, "x"],
  [/\\[AzZGbB]/y, nothing],
  [/\\(?![xukpPc])[^]/y, (found) => (knownEscapes.test(found.slice(1)) ? "x" : found)],
];

/** Rewrites a .NET pattern to one that compiles here if and, nearly, only if it does there. */
export class DotnetPattern {
  readonly #source: string;
  readonly #parts: string[] = [];
  readonly #groups = new PatternGroups();
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): PatternReading {
    // With this option blanks and comments mean nothing; such patterns are taken as they are.
    if (/\(\?[imns]*x/i.test(this.#source)) return { ok: true, text: "" };
    while (this.#at < this.#source.length) {
      const fault = this.#step();
      if (fault !== undefined) return { ok: false, fault };
    }
    const missing = this.#groups.missing();
    if (missing !== undefined) return { ok: false, fault: `there is no group ${missing}` };
    return { ok: true, text: this.#parts.join("") };
  }

  #step(): string | undefined {
    const character = this.#source[this.#at] ?? "";
    if (character === "[") return this.#class();
    if (character === "\\" || character === "(") return this.#piece(character);
    this.#put(character, 1);
    return undefined;
  }

  #piece(character: string): string | undefined {
    for (const [begin, here] of pieces) {
      begin.lastIndex = this.#at;
      const found = begin.exec(this.#source)?.[0];
      if (found === undefined) continue;
      const text = typeof here === "string" ? here : here(found);
      this.#groups.see(found);
      if (text.startsWith("\\")) return `${text} means nothing`;
      this.#put(text, found.length);
      return undefined;
    }
    if (character === "\\") return "a backslash has nothing, or nothing known, after it";
    this.#groups.see(character);
    this.#put(character, 1);
    return undefined;
  }

  /** A class in brackets; a bracket right after its begin is a character, and it may hold another. */
  #class(): string | undefined {
    const next = /-\[\^?[\]-]?|\]|\\[^]|\\$|[^\\\]-]+|-/y;
    const begin = /\[\^?[\]-]?/y;
    let depth = 1;
    let at = this.#at;
    begin.lastIndex = at;
    at += begin.exec(this.#source)?.[0].length ?? 1;
    for (; depth > 0 && at < this.#source.length;) {
      next.lastIndex = at;
      const found = next.exec(this.#source)?.[0] ?? "x";
      if (found === "]") depth -= 1;
      else if (found.startsWith("-[")) depth += 1;
      at += found.length;
    }
    if (depth > 0) return "a class in brackets is not closed";
    const fault = rangeFault(this.#source.slice(this.#at, at));
    this.#put("x", at - this.#at);
    return fault;
  }

  #put(text: string, length: number): void {
    this.#parts.push(text);
    this.#at += length;
  }
}

/** A range whose end comes before its begin. */
function rangeFault(text: string): string | undefined {
  const ranges = text.replace(/-\[/g, " ").matchAll(/\\[^]|([^\\])-([^\\\]]|\\[dDwWsSpP])/g);
  for (const [range, from, to] of ranges) {
    if (to?.startsWith("\\")) return `the range ${range} ends in a class`;
    if (from !== undefined && to !== undefined && from > to) return `the range ${range} is empty`;
  }
  return undefined;
}
