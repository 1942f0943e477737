import { isGap } from "../../malware/decoding/alphabet.ts";
import type { EncodedRun } from "../../malware/decoding/encoded-runs.ts";

/** Gzip, zip, and the sequences that keys are. */
const heads = /^(?:H4sI|UEsDB|M[A-P])/;
const longestHead = 5;
const letterN = 0x6e;
const backslash = 0x5c;

/** Where in a run of base64 something packed or a key may start: at the run's start or behind a gap. */
export function* base64Starts(bytes: Uint8Array, { start, end }: EncodedRun): Generator<number> {
  for (let at = start; at < end; at += 1) {
    if (at > start && !isBehindGap(bytes, at)) continue;
    const head = String.fromCharCode(...bytes.subarray(at, at + longestHead));
    if (heads.test(head)) yield at;
  }
}

/** Within a string of JSON, line ends are escapes. */
const isBehindGap = (bytes: Uint8Array, at: number): boolean =>
  isGap(bytes[at - 1]) || (bytes[at - 1] === letterN && bytes[at - 2] === backslash);
