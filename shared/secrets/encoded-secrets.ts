import { base64Symbols, fromBase64 } from "../malware/decoding/decode-run.ts";
import { encodedRuns, type EncodedRun } from "../malware/decoding/encoded-runs.ts";
import { narrowText } from "../malware/decoding/narrow-text.ts";
import { findSecrets } from "./find-secrets.ts";
import type { SecretHit } from "./secret-hit.ts";

/** Enough of a string to tell whether there is text in it. */
const probed = 256;

/** Secrets in the base64 strings of a text, each at the place where its string starts. */
export async function* encodedSecrets(bytes: Uint8Array): AsyncGenerator<SecretHit> {
  for (const run of encodedRuns(bytes)) {
    const shift = shiftOf(bytes, run);
    if (shift === undefined) continue;
    const decoded = fromBase64(base64Symbols(bytes, run), shift);
    const text = new TextDecoder().decode(narrowText(decoded) ?? decoded);
    for (const hit of await findSecrets(text, false)) yield { ...hit, at: run.start };
  }
}

/** The one of the four ways to decode a string that gives text, if any does. */
function shiftOf(bytes: Uint8Array, run: EncodedRun): number | undefined {
  const symbols = base64Symbols(bytes, { ...run, end: Math.min(run.end, run.start + probed) });
  return [0, 1, 2, 3].find((shift) => {
    const decoded = fromBase64(symbols, shift);
    return isText(narrowText(decoded) ?? decoded);
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
