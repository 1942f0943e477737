import { crc32 } from "node:zlib";
import { fieldsOf } from "./extra-fields.ts";
import { sameBytes } from "./same-bytes.ts";
import { viewOf } from "./view-of.ts";

const unicodePath = 0x7075;
const headBytes = 5;
const inUnicode = 1 << 11;

/** An entry's name, and the fields that give it another one, which only some programs believe. */
interface NamedEntry {
  nameBytes: Uint8Array;
  flags: number;
  givenNames: readonly Uint8Array[];
}

/** The fields that give an entry a name besides its own. */
export const givenNamesOf = (extra: Uint8Array): Uint8Array[] =>
  fieldsOf(extra, unicodePath).map((field) => field.slice());

/**
 * Whether programs may take an entry for different files. Honest programs give the name again
 * where its own bytes are in the alphabet of one country; only what is not ASCII may differ then.
 */
export function isOtherwiseNamed({ nameBytes, flags, givenNames }: NamedEntry): boolean {
  const [field] = givenNames;
  if (field === undefined) return false;
  if (givenNames.length > 1 || field.length < headBytes) return true;
  const name = field.subarray(headBytes);
  if (sameBytes(name, nameBytes)) return false;
  const isBelieved =
    field[0] === 1 &&
    (flags & inUnicode) === 0 &&
    viewOf(field).getUint32(1, true) === crc32(nameBytes);
  return !isBelieved || inAscii(name, "utf8") !== inAscii(nameBytes, "latin1");
}

/** A name with one sign for whatever stands between its ASCII characters. */
const inAscii = (name: Uint8Array, encoding: "utf8" | "latin1"): string =>
  Buffer.from(name)
    .toString(encoding)
    .replace(/[\u0080-\uffff]+/g, "\u0080");
