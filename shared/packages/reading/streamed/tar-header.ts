import { ArchiveDamage, damaged } from "../archive/archive-damage.ts";

/** What stands in front of a member's content. */
export interface TarHeader {
  path: string;
  size: number;
  /** One character; "" is an ordinary file. */
  type: string;
  /** A file with holes has further blocks in front of its content. */
  isExtended: boolean;
}

/** Everything in a tar stands in blocks of this many bytes. */
export const blockBytes = 512;
const sumField = { from: 148, to: 156 };
const typeAt = 156;
const extendedAt = 482;

/** Whether bytes start with a header whose check sum is right, which nothing else does by chance. */
export function isTar(head: Uint8Array): boolean {
  if (head.length < blockBytes || head[0] === 0) return false;
  const sum = octal(head.subarray(sumField.from, sumField.to));
  if (sum === undefined) return false;
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < blockBytes; at += 1) {
    const byte = at >= sumField.from && at < sumField.to ? 0x20 : (head[at] ?? 0);
    unsigned += byte;
    // Old programs took bytes for signed.
    signed += byte > 0x7f ? byte - 0x100 : byte;
  }
  return sum === unsigned || sum === signed;
}

export function readTarHeader(block: Uint8Array): TarHeader {
  const size = sizeOf(block.subarray(124, 136));
  if (size === undefined) throw new ArchiveDamage(damaged);
  const isPosix = textOf(block.subarray(257, 263)) === "ustar";
  const prefix = isPosix ? textOf(block.subarray(345, 500)) : "";
  const name = textOf(block.subarray(0, 100));
  return {
    path: prefix === "" ? name : `${prefix}/${name}`,
    size,
    type: textOf(block.subarray(typeAt, typeAt + 1)),
    isExtended: block[extendedAt] !== 0,
  };
}

/** Up to the first zero. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}

function octal(field: Uint8Array): number | undefined {
  const digits = /^\s*([0-7]+)[\s\0]*$/.exec(String.fromCharCode(...field))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

/** Sizes of 8 GiB and more are plain numbers behind a mark. */
function sizeOf(field: Uint8Array): number | undefined {
  if (field[0] !== 0x80) return octal(field) ?? (field.every((byte) => byte === 0) ? 0 : undefined);
  const size = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(size) ? size : undefined;
}
