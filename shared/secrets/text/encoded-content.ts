import { containerKind } from "../../malware/decoding/container-kind.ts";
import { base64Symbols, fromBase64 } from "../../malware/decoding/decode-run.ts";
import { encodedRuns, type EncodedRun } from "../../malware/decoding/encoded-runs.ts";
import { pieceStarts, textStarts } from "../../malware/decoding/inner-starts.ts";
import { narrowText } from "../../malware/decoding/narrow-text.ts";
import { derValue, sequence } from "../keys/der.ts";
import { base64Starts } from "./base64-starts.ts";

/** Bytes that stand in a text as base64. */
export interface EncodedContent {
  readonly run: EncodedRun;
  readonly kind: "text" | "packed" | "key";
  readonly bytes: Uint8Array;
}

/** Enough of a string to tell whether there is text in it. */
const probed = 256;
/** Enough for any key, and of a store of them to know it by. */
const keySymbols = 8192;
const headSymbols = 16;
/** Hostile text has a new beginning every few characters: so many times its length is decoded. */
const mostProbing = 8;

/** What is in the base64 strings of a text: other text, archives, and what may be keys. */
export function* encodedContents(bytes: Uint8Array): Generator<EncodedContent> {
  for (const run of encodedRuns(bytes)) {
    yield* packedIn(bytes, run);
    yield* textIn(bytes, run);
  }
}

/** What stands in front of text may be something else in base64, such as a check sum. */
function* textIn(bytes: Uint8Array, run: EncodedRun): Generator<EncodedContent> {
  const shift = shiftOf(bytes, run);
  const known = new Set(shift === undefined ? [] : [shift]);
  if (shift !== undefined) yield* textContents(bytes, run, shift);
  for (const start of textStarts(bytes, run, pieceStarts(bytes, run), known)) {
    yield* textContents(bytes, { ...run, start }, 0);
  }
}

function* textContents(
  bytes: Uint8Array,
  run: EncodedRun,
  shift: number,
): Generator<EncodedContent> {
  const text = fromBase64(base64Symbols(bytes, run), shift);
  const narrow = narrowText(text);
  if (narrow) yield { run, kind: "text", bytes: narrow };
  // What claims to have two bytes a character may be a script all the same.
  yield { run, kind: "text", bytes: text };
}

/** What is no text has no other beginning than its own; it may stand behind a word or a comma. */
function* packedIn(bytes: Uint8Array, run: EncodedRun): Generator<EncodedContent> {
  let room = mostProbing * (run.end - run.start);
  let packed: EncodedRun | undefined;
  for (const start of base64Starts(bytes, run)) {
    const part = { ...run, start };
    const head = decoded(bytes, part, headSymbols);
    if (containerKind(head) !== undefined) {
      if (packed) yield packedContent(bytes, { ...packed, end: start });
      packed = part;
    } else if (derValue(head, 0)?.tag === sequence && room > 0) {
      room -= keySymbols;
      yield { run: part, kind: "key", bytes: decoded(bytes, part, keySymbols) };
    }
  }
  if (packed) yield packedContent(bytes, packed);
}

function packedContent(bytes: Uint8Array, run: EncodedRun): EncodedContent {
  return { run, kind: "packed", bytes: decoded(bytes, run) };
}

function decoded(bytes: Uint8Array, { start, end, ...rest }: EncodedRun, most = Infinity) {
  const part = { ...rest, start, end: Math.min(end, start + most) };
  return fromBase64(base64Symbols(bytes, part), 0);
}

/** The one of the four ways to decode a string that gives text, if any does. */
function shiftOf(bytes: Uint8Array, run: EncodedRun): number | undefined {
  const symbols = base64Symbols(bytes, { ...run, end: Math.min(run.end, run.start + probed) });
  return [0, 1, 2, 3].find((shift) => {
    const text = fromBase64(symbols, shift);
    return isText(narrowText(text) ?? text);
  });
}

/** Decoding the wrong way gives anything but text; a few letters of other scripts may be in it. */
function isText(bytes: Uint8Array): boolean {
  const readable = bytes.reduce((count, byte) => count + (isReadable(byte) ? 1 : 0), 0);
  return readable >= 0.9 * bytes.length;
}

function isReadable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
}
