import { isExactNumber } from "./exact-number.ts";

/** What reading a JSON text would lose or alter, or what is not safe to read on. */
export interface JsonLoss {
  readonly kind:
    "repeated-key" | "prototype-key" | "inexact-number" | "broken-character" | "too-deep";
  /** Where it is: keys and places from the outermost on. */
  readonly path: readonly (string | number)[];
  /** The key or number, shortened and in printable characters; empty where there is none. */
  readonly shown: string;
}

interface Frame {
  /** The keys so far; undefined in an array. */
  readonly keys: Set<string> | undefined;
  /** Of the value that comes or is being read; undefined where a key comes first. */
  key: string | undefined;
  place: number;
}

/** The first loss in a text that is known to be JSON, in one pass over it. */
export const firstLoss = (text: string, mostDepth: number): JsonLoss | undefined =>
  new LossScanner(text, mostDepth).scan();

class LossScanner {
  readonly #text: string;
  readonly #mostDepth: number;
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(text: string, mostDepth: number) {
    this.#text = text;
    this.#mostDepth = mostDepth;
  }

  scan(): JsonLoss | undefined {
    let loss: JsonLoss | undefined;
    while (!loss && this.#at < this.#text.length) loss = this.#token();
    return loss;
  }

  #token(): JsonLoss | undefined {
    const code = this.#text.charCodeAt(this.#at);
    if (code === quote) return this.#string();
    if (code === minus || (code >= zero && code <= nine)) return this.#number();
    this.#at++;
    if (code === openBrace) return this.#open(new Set());
    if (code === openBracket) return this.#open(undefined);
    if (code === closeBrace || code === closeBracket) this.#frames.pop();
    else if (code === comma) this.#next();
    return undefined;
  }

  #open(keys: Set<string> | undefined): JsonLoss | undefined {
    if (this.#frames.length === this.#mostDepth) return this.#loss("too-deep");
    this.#frames.push({ keys, key: undefined, place: 0 });
    return undefined;
  }

  #next(): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    frame.place++;
    frame.key = undefined;
  }

  #string(): JsonLoss | undefined {
    const begin = this.#at;
    this.#at = this.#endOfString(begin);
    const inside = this.#text.slice(begin + 1, this.#at - 1);
    const isEscaped = inside.includes("\\");
    const value = isEscaped ? (JSON.parse(`"${inside}"`) as string) : inside;
    if (isEscaped && !value.isWellFormed()) return this.#loss("broken-character");
    const frame = this.#frames.at(-1);
    return frame?.keys && frame.key === undefined ? this.#key(frame, frame.keys, value) : undefined;
  }

  #key(frame: Frame, keys: Set<string>, key: string): JsonLoss | undefined {
    if (key === "__proto__") return this.#loss("prototype-key", key);
    if (keys.has(key)) return this.#loss("repeated-key", key);
    keys.add(key);
    frame.key = key;
    return undefined;
  }

  /** The place after the closing quote: the first one before which backslashes come in pairs. */
  #endOfString(begin: number): number {
    let end = this.#text.indexOf('"', begin + 1);
    for (;;) {
      let before = end;
      while (this.#text.charCodeAt(before - 1) === backslash) before--;
      if ((end - before) % 2 === 0) return end + 1;
      end = this.#text.indexOf('"', end + 1);
    }
  }

  #number(): JsonLoss | undefined {
    const begin = this.#at++;
    while (isInNumber(this.#text.charCodeAt(this.#at))) this.#at++;
    const number = this.#text.slice(begin, this.#at);
    return isExactNumber(number) ? undefined : this.#loss("inexact-number", number);
  }

  #loss(kind: JsonLoss["kind"], what = ""): JsonLoss {
    const path = this.#frames.flatMap(({ keys, key, place }): (string | number)[] =>
      keys === undefined ? [place] : key === undefined ? [] : [key],
    );
    return { kind, path, shown: printable(what) };
  }
}

const [quote, minus, zero, nine, comma, backslash] = [0x22, 0x2d, 0x30, 0x39, 0x2c, 0x5c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Digits, sign, point and exponent. */
const isInNumber = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2e ||
  code === 0x2b ||
  code === 0x2d ||
  (code | 0x20) === 0x65;

const printable = (text: string): string => text.slice(0, 60).replace(/[^\x20-\x7e]/g, "?");
