import type { Position } from "../../arm/json/line-table.ts";

/** Shorter stretches hold no secret. */
const leastRun = 16;
const lineEnd = 0x0a;

/**
 * The readable stretches of bytes that are no text. A stretch of n characters covers each n-th
 * position, so that padding is passed over in steps of n.
 */
export function* binaryText(bytes: Uint8Array): Generator<{ at: number; text: string }> {
  const { length } = bytes;
  let after = 0;
  let probe = leastRun - 1;
  while (probe < length) {
    if (!isReadable(bytes[probe])) {
      probe += leastRun;
      continue;
    }
    let start = probe;
    while (start > after && isReadable(bytes[start - 1])) start -= 1;
    let end = probe;
    while (end < length && isReadable(bytes[end])) end += 1;
    if (end - start >= leastRun) yield { at: start, text: textOf(bytes.subarray(start, end)) };
    after = end;
    probe = end + leastRun - 1;
  }
}

/** Whether a window is no text; text of two-byte characters is dealt with before. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0);
}

function isReadable(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Counts bytes; made only for what is reported, and once a window. */
export function positionIn(bytes: Uint8Array, at: number): Position {
  const before = bytes.subarray(0, at);
  let line = 1;
  for (let end = before.indexOf(lineEnd); end !== -1; end = before.indexOf(lineEnd, end + 1)) {
    line += 1;
  }
  return { line, column: at - before.lastIndexOf(lineEnd) };
}
