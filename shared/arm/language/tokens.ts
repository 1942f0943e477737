/** A piece of a template expression; offsets count from the start of the whole string. */
export interface Token {
  kind: "name" | "text" | "number" | "mark" | "unknown" | "end";
  /** For a text: its value, without the quotes and with doubled quotes undone. */
  value: string;
  start: number;
  end: number;
}

const pattern =
  /\s*(?:(?<name>[A-Za-z_$][\w$]*)|'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?)|(?<mark>\.\?|\[\?|[()[\].,])|(?<unknown>\S))/y;

/** Reads the tokens of an expression one after the other. */
export class Tokens {
  readonly #text: string;
  #next: Token;
  /** Where the last taken token ended. */
  position = 0;

  constructor(text: string) {
    this.#text = text;
    this.#next = tokenAt(text, 0);
  }

  peek(): Token {
    return this.#next;
  }

  take(): Token {
    const token = this.#next;
    this.position = token.end;
    this.#next = tokenAt(this.#text, token.end);
    return token;
  }

  /** Takes the next token if it is this mark. */
  skip(mark: string): boolean {
    const isNext = this.#next.kind === "mark" && this.#next.value === mark;
    if (isNext) this.take();
    return isNext;
  }
}

function tokenAt(text: string, from: number): Token {
  pattern.lastIndex = from;
  const hit = pattern.exec(text);
  if (hit === null) return { kind: "end", value: "", start: text.length, end: text.length };
  const end = pattern.lastIndex;
  // By place: an object of the groups' names for every token takes as long as finding it.
  const [whole, name, quoted, number, mark, unknown] = hit;
  const start = from + whole.length - whole.trimStart().length;
  if (name !== undefined) return { kind: "name", value: name, start, end };
  if (number !== undefined) return { kind: "number", value: number, start, end };
  if (mark !== undefined) return { kind: "mark", value: mark, start, end };
  if (unknown !== undefined) return { kind: "unknown", value: unknown, start, end };
  return { kind: "text", value: (quoted ?? "").replaceAll("''", "'"), start, end };
}
