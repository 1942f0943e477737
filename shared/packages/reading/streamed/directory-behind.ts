import type { ByteSource } from "../../byte-source.ts";
import { ArchiveDamage, damaged, misleading } from "../archive/archive-damage.ts";
import { sameBytes } from "../archive/same-bytes.ts";
import { listEntries, mostDirectoryBytes } from "../list-entries.ts";
import type { ListedEntry } from "../listed-entry.ts";
import { defaultPackageLimits } from "../package-limits.ts";
import type { ChunkReader } from "./chunk-reader.ts";

/** What was read of an entry; sizes and check sum are those of its data, whatever the archive claims. */
export type SeenEntry = Pick<
  ListedEntry,
  "nameBytes" | "method" | "crc32" | "packed" | "size" | "offset"
>;

/** Nobody looks at one archive for longer than at all of them in a package. */
const limits = { ...defaultPackageLimits, entries: defaultPackageLimits.nestedEntries };

/** Reads what follows the last entry and holds it to the entries that came; throws `ArchiveDamage`. */
export async function checkDirectory(
  reader: ChunkReader,
  entries: readonly SeenEntry[],
): Promise<void> {
  const start = reader.position;
  const tail = await reader.take(mostDirectoryBytes);
  if (tail.length === mostDirectoryBytes) throw new ArchiveDamage(damaged);
  const listing = await listEntries(behind(start, tail), limits);
  if (!listing.ok) throw new ArchiveDamage(listing.finding.message);
  const isSame =
    listing.directoryOffset === start &&
    listing.entries.length === entries.length &&
    listing.entries.every((entry, at) => isThat(entry, entries[at]));
  if (!isSame) throw new ArchiveDamage(misleading);
}

/** The end of an archive of which nothing else is there any more. */
const behind = (start: number, tail: Uint8Array): ByteSource => ({
  size: start + tail.length,
  read: (offset, length) => {
    const missing = Math.min(length, Math.max(0, start - offset));
    const from = Math.max(0, offset - start);
    return Promise.resolve(
      Buffer.concat([new Uint8Array(missing), tail.subarray(from, from + length - missing)]),
    );
  },
});

const facts = ["method", "crc32", "packed", "size", "offset"] as const;

const isThat = (listed: SeenEntry, seen: SeenEntry | undefined): boolean =>
  seen !== undefined &&
  sameBytes(listed.nameBytes, seen.nameBytes) &&
  facts.every((fact) => listed[fact] === seen[fact]);
