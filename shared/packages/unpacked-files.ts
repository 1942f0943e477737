import type { ByteSource } from "./byte-source.ts";
import { contentOf } from "./reading/archive/content-of.ts";
import { listEntries } from "./reading/list-entries.ts";
import { defaultPackageLimits } from "./reading/package-limits.ts";

/** A file that is unpacked when somebody reads it, and as often as somebody does. */
export interface UnpackedFile {
  path: string;
  size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** The files of a package that was accepted; throws when it is not what was accepted. */
export async function unpackedFiles(source: ByteSource): Promise<readonly UnpackedFile[]> {
  const listing = await listEntries(source, defaultPackageLimits);
  if (!listing.ok) throw new Error(listing.finding.message);
  const { entries, directoryOffset } = listing;
  return entries.flatMap((entry, at) => {
    const end = entries[at + 1]?.offset ?? directoryOffset;
    return entry.isFolder
      ? []
      : [{ path: entry.filename, size: entry.size, open: () => contentOf(source, entry, end) }];
  });
}
