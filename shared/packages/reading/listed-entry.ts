import type { Entry } from "@zip.js/zip.js";
import { givenNamesOf } from "./archive/given-names.ts";

/** What an archive's directory says about one of its files or folders. */
export interface ListedEntry {
  filename: string;
  /** The name's own bytes. */
  nameBytes: Uint8Array;
  /** Fields that name it once more. */
  givenNames: readonly Uint8Array[];
  /** By its name: that is how everybody can tell. */
  isFolder: boolean;
  /** By its attributes, which only some programs look at. */
  isMarkedAsFolder: boolean;
  isEncrypted: boolean;
  isSymlink: boolean;
  /** Type and permissions, where the archive was made on a system that has them. */
  unixMode: number;
  method: number;
  flags: number;
  /** Whether sizes and check sum stand behind the data, too. */
  hasDescriptor: boolean;
  crc32: number;
  packed: number;
  size: number;
  /** Of its header in the archive. */
  offset: number;
}

const folderInDos = 0x10;

/** The few facts that count; what the library keeps of an entry takes a hundred times as much. */
export const listedEntry = (entry: Entry): ListedEntry => ({
  filename: entry.filename,
  nameBytes: entry.rawFilename.slice(),
  givenNames: givenNamesOf(entry.rawExtraField),
  isFolder: entry.filename.endsWith("/"),
  isMarkedAsFolder: entry.directory || (entry.externalFileAttributes & folderInDos) !== 0,
  isEncrypted: entry.encrypted,
  isSymlink: entry.symlink,
  unixMode: entry.externalFileAttributes >>> 16,
  method: entry.compressionMethod,
  flags: entry.rawBitFlag ?? 0,
  hasDescriptor: entry.bitFlag?.dataDescriptor === true,
  crc32: entry.crc32 ?? 0,
  packed: entry.compressedSize,
  size: entry.uncompressedSize,
  offset: entry.offset,
});
