import { constants, inflateRawSync } from "node:zlib";
import type { ListedEntry } from "../listed-entry.ts";
import { viewOf } from "../archive/local-header.ts";
import { isZip } from "./is-zip.ts";

const headerBytes = 30;
const deflated = 8;
/** Enough packed bytes for the first four unpacked ones. */
const headBytes = 512;
const mostBytes = 32 * 1024 * 1024;

/** An entry of an archive in memory, unpacked, if it is an archive itself. */
export function archiveIn(bytes: Uint8Array, entry: ListedEntry): Uint8Array | undefined {
  const { offset, size, method } = entry;
  if (size > mostBytes || offset + headerBytes > bytes.length) return undefined;
  const view = viewOf(bytes);
  const extras = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + headerBytes + extras;
  const packed = bytes.subarray(start, start + entry.packed);
  if (method !== deflated) return isZip(packed) ? packed : undefined;
  const head = unpacked(packed.subarray(0, headBytes), headBytes * 1100);
  if (head === undefined || !isZip(head)) return undefined;
  return unpacked(packed, Math.max(1, size));
}

/** As far as it goes: a part of packed bytes gives a part of the content. */
function unpacked(packed: Uint8Array, maxOutputLength: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}
