import type { ListedEntry } from "../listed-entry.ts";
import { ArchiveDamage, damaged, misleading } from "./archive-damage.ts";
import { fieldsOf } from "./extra-fields.ts";
import { givenNamesOf, isOtherwiseNamed } from "./given-names.ts";
import type { SequentialReader } from "./sequential-reader.ts";
import { sameBytes } from "./same-bytes.ts";
import { viewOf } from "./view-of.ts";

const headerBytes = 30;
const signature = 0x04034b50;
const inZip64 = 0xffff_ffff;
const zip64Field = 1;

/** What stands in front of an entry's data. */
export interface LocalHeader extends LocalFacts {
  nameBytes: Uint8Array;
  flags: number;
  method: number;
  givenNames: readonly Uint8Array[];
}

/** Reads the header in front of an entry's data, which comes next. */
export async function readLocalHeader(reader: {
  take(length: number): Promise<Uint8Array>;
}): Promise<LocalHeader> {
  const bytes = await reader.take(headerBytes);
  if (bytes.length < headerBytes) throw new ArchiveDamage(damaged);
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== signature) throw new ArchiveDamage(damaged);
  const [flags, method] = [view.getUint16(6, true), view.getUint16(8, true)];
  const facts = {
    crc32: view.getUint32(14, true),
    packed: view.getUint32(18, true),
    size: view.getUint32(22, true),
  };
  const length = view.getUint16(26, true);
  const rest = await reader.take(length + view.getUint16(28, true));
  const extra = rest.subarray(length);
  // Copies: they are kept for longer than the piece they came in.
  const [nameBytes, givenNames] = [rest.slice(0, length), givenNamesOf(extra)];
  return { nameBytes, givenNames, flags, method, ...withZip64(facts, extra) };
}

/**
 * Passes the header in front of an entry's data. It repeats what the directory says, and some
 * programs believe it instead: both have to say the same.
 */
export async function passLocalHeader(reader: SequentialReader, entry: ListedEntry): Promise<void> {
  const local = await readLocalHeader(reader);
  const isSame =
    sameNames(local, entry) &&
    local.flags === entry.flags &&
    local.method === entry.method &&
    sameFacts(local, entry);
  if (!isSame) throw new ArchiveDamage(misleading);
}

const sameNames = (local: LocalHeader, { nameBytes, givenNames }: ListedEntry): boolean =>
  sameBytes(local.nameBytes, nameBytes) &&
  !isOtherwiseNamed(local) &&
  local.givenNames.every((field) => givenNames.some((given) => sameBytes(given, field)));

interface LocalFacts {
  crc32: number;
  packed: number;
  size: number;
}

/** With a descriptor behind the data, the header may leave out what it cannot know yet. */
function sameFacts({ crc32, packed, size }: LocalFacts, entry: ListedEntry): boolean {
  const isSame = (written: number, listed: number) =>
    written === listed || (written === 0 && entry.hasDescriptor);
  return isSame(crc32, entry.crc32) && isSame(packed, entry.packed) && isSame(size, entry.size);
}

/** Sizes of 4 GiB and more stand in a field behind the name. */
function withZip64(local: LocalFacts, extra: Uint8Array): LocalFacts {
  const [field] = fieldsOf(extra, zip64Field);
  if (field === undefined) return local;
  const wide = [...Array(field.length >> 3).keys()].map((at) =>
    Number(viewOf(field).getBigUint64(8 * at, true)),
  );
  const size = local.size === inZip64 ? (wide.shift() ?? local.size) : local.size;
  const packed = local.packed === inZip64 ? (wide.shift() ?? local.packed) : local.packed;
  return { crc32: local.crc32, size, packed };
}
