import { LineTable, type Position } from "../arm/json/line-table.ts";
import type { Finding } from "../findings/finding.ts";
import { WindowBuffer } from "../malware/scanning/window-buffer.ts";
import { isWanted, type Wanted } from "./apart-hits.ts";
import { findSecrets } from "./find-secrets.ts";
import { FoundInFile, type Place } from "./found-in-file.ts";
import { keyFileFinding } from "./keys/key-file.ts";
import type { SecretHit } from "./secret-hit.ts";
import { binaryText, isBinary, positionIn } from "./text/binary-text.ts";
import { encodedContents, type EncodedContent } from "./text/encoded-content.ts";
import { encodingOf, lengthOf, restartOf, type Encoding } from "./text/text-encoding.ts";

const windowBytes = 1024 * 1024;
/** No secret is longer with all that stands around it; even, as characters may have two bytes. */
const overlap = 32 * 1024;
/** What starts this close to a window's end may be cut; the next window has all of it. */
const margin = overlap / 4;

/** Looks into an archive that stood in a text. */
type OpenPacked = (bytes: Uint8Array) => Promise<readonly Finding[]>;

/** Text of a window as UTF-8, and what was found in it as it stands. */
interface WindowText {
  readonly plain: Uint8Array;
  readonly lines: LineTable;
  readonly hits: readonly SecretHit[];
  readonly isLast: boolean;
}

/** Looks for secrets in one file of any kind, given piece by piece. */
export class SecretScan {
  readonly #file: string;
  readonly #isJson: boolean;
  readonly #openPacked: OpenPacked | undefined;
  readonly #window = new WindowBuffer(windowBytes);
  readonly #found: FoundInFile;
  /** Where the window starts. */
  #start: Position = { line: 1, column: 1 };
  #encoding: Encoding | undefined;

  constructor(file: string, openPacked?: OpenPacked) {
    this.#file = file;
    this.#isJson = /\.jsonc?$/i.test(file);
    this.#openPacked = openPacked;
    this.#found = new FoundInFile(file);
  }

  async push(chunk: Uint8Array): Promise<void> {
    let rest = chunk;
    while (rest.length > 0 && !this.#found.isFull) {
      rest = rest.subarray(this.#window.add(rest));
      if (this.#window.isFull) await this.#look(false);
    }
  }

  async end(): Promise<Finding[]> {
    if (!this.#found.isFull) await this.#look(true);
    return this.#found.findings;
  }

  async #look(isLast: boolean): Promise<void> {
    const { bytes } = this.#window;
    const encoding = (this.#encoding ??= this.#begin(bytes));
    const isText = encoding !== "utf-8" || !isBinary(bytes);
    const from = restartOf(bytes, encoding, overlap);
    let positionAt = (at: number) => positionIn(bytes, at);
    // What claims to have two bytes a character may be a script all the same.
    if (encoding !== "utf-8" || !isText) await this.#inBinary(bytes, isLast);
    if (isText) positionAt = await this.#inText(bytes, encoding, isLast);
    this.#start = this.#place(
      positionAt(isText ? lengthOf(bytes.subarray(0, from), encoding) : from),
    );
    this.#window.keepFrom(from);
  }

  #begin(head: Uint8Array): Encoding {
    const finding = keyFileFinding(head, this.#file);
    if (finding) this.#found.addOther(finding);
    return encodingOf(head);
  }

  async #inText(
    bytes: Uint8Array,
    encoding: Encoding,
    isLast: boolean,
  ): Promise<(at: number) => Position> {
    const text = new TextDecoder(encoding).decode(bytes);
    const lines = new LineTable(text);
    const first = lengthOf(bytes.subarray(0, this.#window.kept), encoding) - margin;
    const wanted = this.#found.wanted(first, isLast ? text.length : text.length - margin);
    const hits = await findSecrets(text, this.#isJson, this.#file, wanted);
    this.#addPlain(hits, wanted, (at) => lines.positionAt(at));
    const plain = encoding === "utf-8" ? bytes : new TextEncoder().encode(text);
    await this.#inStrings({ plain, lines, hits, isLast });
    return (at) => lines.positionAt(at);
  }

  /** Lines mean little there, but they are counted all the same. */
  async #inBinary(bytes: Uint8Array, isLast: boolean): Promise<void> {
    const first = this.#window.kept - margin;
    const end = isLast ? bytes.length : bytes.length - margin;
    for (const { at: start, text } of binaryText(bytes)) {
      if (this.#found.isFull) return;
      const wanted = this.#found.wanted(first - start, end - start);
      const hits = findSecrets(text, false, this.#file, wanted);
      // A window may have tens of thousands of stretches; waiting for each would take longer.
      const found = hits instanceof Promise ? await hits : hits;
      this.#addPlain(found, wanted, (at) => positionIn(bytes, start + at));
    }
  }

  #addPlain(hits: readonly SecretHit[], wanted: Wanted, positionAt: (at: number) => Position) {
    for (const hit of hits) {
      if (isWanted(hit, wanted)) this.#found.addPlain(hit, () => this.#place(positionAt(hit.at)));
    }
  }

  async #inStrings(window: WindowText): Promise<void> {
    const { plain, lines } = window;
    for (const content of encodedContents(plain)) {
      if (this.#found.isFull) return;
      const at = () => lengthOf(plain.subarray(0, content.run.start), "utf-8");
      const placeOf = () => this.#place(lines.positionAt(at()));
      if (content.kind === "text") await this.#inEncodedText(content, placeOf);
      else if (content.kind === "packed") await this.#inPacked(content, window, placeOf);
      else this.#inKey(content, window, placeOf);
    }
  }

  async #inEncodedText({ bytes }: EncodedContent, placeOf: Place): Promise<void> {
    const text = new TextDecoder().decode(bytes);
    for (const hit of await findSecrets(text, false, "", this.#found.wanted())) {
      this.#found.addEncoded(hit, placeOf);
    }
  }

  async #inPacked({ run, bytes }: EncodedContent, window: WindowText, placeOf: Place) {
    const goesOn = !window.isLast && run.end === window.plain.length;
    // The next window has all of a short one.
    if (goesOn && run.end - run.start < overlap / 2) return;
    const findings = (await this.#openPacked?.(bytes)) ?? [];
    for (const finding of findings) this.#found.addOther(finding, placeOf);
  }

  /** A key between lines that say so has been found already. */
  #inKey({ run, bytes }: EncodedContent, { plain, hits }: WindowText, placeOf: Place): void {
    const finding = keyFileFinding(bytes, this.#file);
    if (finding === undefined) return;
    const start = lengthOf(plain.subarray(0, run.start), "utf-8");
    const end = start + run.end - run.start;
    if (!hits.some(({ at }) => at >= start && at < end)) this.#found.addOther(finding, placeOf);
  }

  #place({ line, column }: Position): Position {
    const { line: first, column: indent } = this.#start;
    return { line: first + line - 1, column: line === 1 ? indent + column - 1 : column };
  }
}
