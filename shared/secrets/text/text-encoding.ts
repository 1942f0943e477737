import { narrowText } from "../../malware/decoding/narrow-text.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Enough to tell by. */
const probed = 4096;
const lineEnd = 0x0a;

/** By the mark at a file's start; text of two-byte characters may have none. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, probed);
  if (narrowText(head) === undefined) return "utf-8";
  return zerosAt(head, 0) > zerosAt(head, 1) ? "utf-16be" : "utf-16le";
}

function zerosAt(bytes: Uint8Array, rest: number): number {
  return bytes.reduce((count, byte, at) => count + (byte === 0 && at % 2 === rest ? 1 : 0), 0);
}

/** How many characters some bytes are. */
export function lengthOf(bytes: Uint8Array, encoding: Encoding): number {
  return encoding === "utf-8" ? new TextDecoder().decode(bytes).length : bytes.length >> 1;
}

/** Where to go on with an overlap: at a line's start where there is one, so that columns stay right. */
export function restartOf(bytes: Uint8Array, encoding: Encoding, overlap: number): number {
  const latest = Math.max(0, bytes.length - overlap);
  if (encoding !== "utf-8") return latest - (latest % 2);
  const end = bytes.subarray(0, latest).lastIndexOf(lineEnd);
  return latest - end < overlap ? end + 1 : latest;
}
