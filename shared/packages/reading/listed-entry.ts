import type { Entry } from "@zip.js/zip.js";

/** What an archive's directory says about one of its files or folders. */
export interface ListedEntry {
  filename: string;
  /** The name's own bytes. */
  nameBytes: Uint8Array;
  isFolder: boolean;
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

/** The few facts that count; what the library keeps of an entry takes a hundred times as much. */
export const listedEntry = (entry: Entry): ListedEntry => ({
  filename: entry.filename,
  nameBytes: entry.rawFilename.slice(),
  isFolder: entry.directory,
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
