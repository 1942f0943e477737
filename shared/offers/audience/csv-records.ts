/** A place in a text, counted from 1. */
export interface CsvPlace {
  readonly line: number;
  readonly column: number;
}

interface CsvCell extends CsvPlace {
  readonly text: string;
}

export type CsvRecord =
  | { readonly ok: true; readonly cells: readonly CsvCell[] }
  | {
      readonly ok: false;
      readonly at: CsvPlace;
      readonly problem: "open-quote" | "text-after-quote";
    };

/** A record with more cells is cut here; whoever reads it wants far fewer. */
const mostCells = 16;
const lineEnd = /\r\n|\n|\r/g;

class Cursor {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get place(): CsvPlace {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }
  get isAtQuote(): boolean {
    return this.#text[this.#at] === '"';
  }

  /** What stands before the next comma or line end. */
  plainCell(): string {
    const rest = /[^,\r\n]*/y;
    rest.lastIndex = this.#at;
    const text = rest.exec(this.#text)?.[0] ?? "";
    this.#at += text.length;
    return text;
  }

  /** What stands in quotes here; undefined when they are never closed. */
  quotedCell(): string | undefined {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    if (end < 0) return undefined;
    const text = this.#text.slice(start, end);
    for (const { index, 0: mark } of text.matchAll(lineEnd)) {
      this.#line++;
      this.#lineStart = start + index + mark.length;
    }
    this.#at = end + 1;
    return text.replaceAll('""', '"');
  }

  /** Steps over a comma, if one is here. */
  comma(): boolean {
    if (this.#text[this.#at] !== ",") return false;
    this.#at++;
    return true;
  }

  /** Steps over the end of the line, if it is here. */
  endOfLine(): boolean {
    if (this.isAtEnd) return true;
    const mark = /\r\n|\n|\r/y;
    mark.lastIndex = this.#at;
    const length = mark.exec(this.#text)?.[0].length;
    if (length === undefined) return false;
    this.#at += length;
    this.#line++;
    this.#lineStart = this.#at;
    return true;
  }
}

/** Reads comma-separated values (RFC 4180) in one pass. Blank lines are left out; broken quotes end the reading. */
export function* readCsv(text: string): Generator<CsvRecord> {
  const cursor = new Cursor(text.replace(/^\uFEFF/, ""));
  while (!cursor.isAtEnd) {
    if (cursor.endOfLine()) continue;
    const record = readRecord(cursor);
    yield record;
    if (!record.ok) return;
  }
}

function readRecord(cursor: Cursor): CsvRecord {
  const cells: CsvCell[] = [];
  do {
    const at = cursor.place;
    const isQuoted = cursor.isAtQuote;
    const text = isQuoted ? cursor.quotedCell() : cursor.plainCell();
    if (text === undefined) return { ok: false, at, problem: "open-quote" };
    if (cells.length < mostCells) cells.push({ ...at, text });
  } while (cursor.comma());
  if (cursor.endOfLine()) return { ok: true, cells };
  return { ok: false, at: cursor.place, problem: "text-after-quote" };
}
