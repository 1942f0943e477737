import type { ListedEntry } from "../listed-entry.ts";
import { ArchiveDamage, damaged, misleading } from "./archive-damage.ts";
import type { SequentialReader } from "./sequential-reader.ts";

const headerBytes = 30;
const signature = 0x04034b50;
const inZip64 = 0xffff_ffff;
const zip64Field = 1;

/**
 * Passes the header in front of an entry's data. It repeats what the directory says, and some
 * programs believe it instead: both have to say the same.
 */
export async function passLocalHeader(reader: SequentialReader, entry: ListedEntry): Promise<void> {
  const bytes = await reader.take(headerBytes);
  if (bytes.length < headerBytes) throw new ArchiveDamage(damaged);
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== signature) throw new ArchiveDamage(damaged);
  const fields = {
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    crc: view.getUint32(14, true),
    packed: view.getUint32(18, true),
    size: view.getUint32(22, true),
  };
  const nameBytes = view.getUint16(26, true);
  const rest = await reader.take(nameBytes + view.getUint16(28, true));
  const isSame =
    sameBytes(rest.subarray(0, nameBytes), entry.nameBytes) &&
    fields.flags === entry.flags &&
    fields.method === entry.method &&
    sameFacts(fields, entry, rest.subarray(nameBytes));
  if (!isSame) throw new ArchiveDamage(misleading);
}

interface LocalFacts {
  crc: number;
  packed: number;
  size: number;
}

/** With a descriptor behind the data, the header may leave out what it cannot know yet. */
function sameFacts(local: LocalFacts, entry: ListedEntry, extra: Uint8Array): boolean {
  const { crc, packed, size } = withZip64(local, extra);
  const isSame = (written: number, listed: number) =>
    written === listed || (written === 0 && entry.hasDescriptor);
  return isSame(crc, entry.crc32) && isSame(packed, entry.packed) && isSame(size, entry.size);
}

/** Sizes of 4 GiB and more stand in a field behind the name. */
function withZip64(local: LocalFacts, extra: Uint8Array): LocalFacts {
  const field = zip64Of(extra);
  if (field === undefined) return local;
  const wide = [...Array(field.length >> 3).keys()].map((at) =>
    Number(viewOf(field).getBigUint64(8 * at, true)),
  );
  const size = local.size === inZip64 ? (wide.shift() ?? local.size) : local.size;
  const packed = local.packed === inZip64 ? (wide.shift() ?? local.packed) : local.packed;
  return { crc: local.crc, size, packed };
}

function zip64Of(extra: Uint8Array): Uint8Array | undefined {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === zip64Field) {
      return extra.subarray(at + 4, at + 4 + view.getUint16(at + 2, true));
    }
  }
  return undefined;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
