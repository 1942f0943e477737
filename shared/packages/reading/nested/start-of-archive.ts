import { constants, inflateRawSync } from "node:zlib";
import { isZip } from "../../is-zip.ts";
import type { ListedEntry } from "../listed-entry.ts";
import { viewOf } from "../archive/view-of.ts";

const headerBytes = 30;
const deflated = 8;
/** Enough packed bytes for the first four unpacked ones. */
const headBytes = 512;

/** Where the data of an archive in memory's entry start, if it is an archive itself. */
export function startOfArchive(
  bytes: Uint8Array,
  { offset, method }: ListedEntry,
): number | undefined {
  if (offset + headerBytes > bytes.length) return undefined;
  const view = viewOf(bytes);
  const extras = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + headerBytes + extras;
  const head = bytes.subarray(start, start + headBytes);
  return isZip(method === deflated ? unpacked(head) : head) ? start : undefined;
}

/** A part of packed bytes gives a part of the content. */
function unpacked(packed: Uint8Array): Uint8Array {
  try {
    const maxOutputLength = headBytes * 1100;
    return inflateRawSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}
