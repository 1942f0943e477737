import { LineTable, type Position } from "../arm/json/line-table.ts";
import type { Finding } from "../findings/finding.ts";
import { WindowBuffer } from "../malware/scanning/window-buffer.ts";
import { binaryText, isBinary } from "./binary-text.ts";
import { encodedSecrets } from "./encoded-secrets.ts";
import { findSecrets } from "./find-secrets.ts";
import { keyStoreFinding } from "./key-store.ts";
import { secretFinding } from "./secret-finding.ts";
import type { SecretHit } from "./secret-hit.ts";

const windowBytes = 1024 * 1024;
/** No secret is longer with all that stands around it; even, as characters may have two bytes. */
const overlap = 32 * 1024;
/** What starts this close to a window's end may be cut; the next window has all of it. */
const margin = overlap / 4;
const lineEnd = 0x0a;
/** More of one file say nothing new. */
const mostFindings = 100;

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Looks for secrets in one file of any kind, given piece by piece. */
export class SecretScan {
  readonly #file: string;
  readonly #isJson: boolean;
  readonly #window = new WindowBuffer(windowBytes);
  readonly #findings = new Map<string, Finding>();
  /** Where the window starts. */
  #start: Position = { line: 1, column: 1 };
  #encoding: Encoding | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#isJson = /\.jsonc?$/i.test(file);
  }

  async push(chunk: Uint8Array): Promise<void> {
    if (this.#findings.size >= mostFindings) return;
    let rest = chunk;
    while (rest.length > 0) {
      rest = rest.subarray(this.#window.add(rest));
      if (this.#window.isFull) await this.#look(false);
    }
  }

  async end(): Promise<Finding[]> {
    await this.#look(true);
    return [...this.#findings.values()];
  }

  async #look(isLast: boolean): Promise<void> {
    const { bytes } = this.#window;
    if (this.#encoding === undefined) this.#lookForKeyStore(bytes);
    this.#encoding ??= encodingOf(bytes);
    const isText = this.#encoding !== "utf-8" || !isBinary(bytes);
    const positionAt = await (isText ? this.#inText(bytes, isLast) : this.#inBinary(bytes, isLast));
    const from = restartOf(bytes, this.#encoding);
    this.#start = this.#place(
      positionAt(isText ? lengthOf(bytes.subarray(0, from), this.#encoding) : from),
    );
    this.#window.keepFrom(from);
  }

  #lookForKeyStore(head: Uint8Array): void {
    const finding = keyStoreFinding(head, this.#file);
    if (finding) this.#findings.set("key store", finding);
  }

  async #inText(bytes: Uint8Array, isLast: boolean): Promise<(at: number) => Position> {
    const encoding = this.#encoding ?? "utf-8";
    const text = new TextDecoder(encoding).decode(bytes);
    const lines = new LineTable(text);
    const first = lengthOf(bytes.subarray(0, this.#window.kept), encoding) - margin;
    const end = isLast ? text.length : text.length - margin;
    for (const hit of await findSecrets(text, this.#isJson, this.#file)) {
      if (hit.at >= first && hit.at < end) this.#add(hit, lines.positionAt(hit.at), false);
    }
    const plain = encoding === "utf-8" ? bytes : new TextEncoder().encode(text);
    for await (const hit of encodedSecrets(plain)) {
      const at = lengthOf(plain.subarray(0, hit.at), "utf-8");
      this.#add(hit, lines.positionAt(at), true);
    }
    return (at) => lines.positionAt(at);
  }

  /** Lines mean little there, but they are counted all the same. */
  async #inBinary(bytes: Uint8Array, isLast: boolean): Promise<(at: number) => Position> {
    const placed = (at: number) => positionIn(bytes, at);
    const first = this.#window.kept - margin;
    const end = isLast ? bytes.length : bytes.length - margin;
    for (const { at: start, text } of binaryText(bytes)) {
      const hits = findSecrets(text, false, this.#file);
      // A window may have tens of thousands of stretches; waiting for each would take longer.
      for (const hit of hits instanceof Promise ? await hits : hits) {
        const at = start + hit.at;
        if (at >= first && at < end) this.#add(hit, placed(at), false);
      }
    }
    return placed;
  }

  #add(hit: SecretHit, within: Position, isEncoded: boolean): void {
    const place = this.#place(within);
    // An encoded string that goes on from one window to the next starts anew in each.
    const key = isEncoded ? `${hit.pattern.id} ${hit.masked}` : `${place.line} ${place.column}`;
    if (this.#findings.size >= mostFindings || this.#findings.has(key)) return;
    this.#findings.set(key, secretFinding(hit, this.#file, place, isEncoded));
  }

  #place({ line, column }: Position): Position {
    const { line: first, column: indent } = this.#start;
    return { line: first + line - 1, column: line === 1 ? indent + column - 1 : column };
  }
}

/** Windows meet at a line's start where there is one, so that columns stay right. */
function restartOf(bytes: Uint8Array, encoding: Encoding): number {
  const latest = Math.max(0, bytes.length - overlap);
  if (encoding !== "utf-8") return latest - (latest % 2);
  const end = bytes.subarray(0, latest).lastIndexOf(lineEnd);
  return latest - end < overlap ? end + 1 : latest;
}

function lengthOf(bytes: Uint8Array, encoding: Encoding): number {
  return encoding === "utf-8" ? new TextDecoder().decode(bytes).length : bytes.length >> 1;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Counts bytes; made only when something was found, or once a window. */
function positionIn(bytes: Uint8Array, at: number): Position {
  const before = bytes.subarray(0, at);
  let line = 1;
  for (let end = before.indexOf(lineEnd); end !== -1; end = before.indexOf(lineEnd, end + 1)) {
    line += 1;
  }
  return { line, column: at - before.lastIndexOf(lineEnd) };
}
