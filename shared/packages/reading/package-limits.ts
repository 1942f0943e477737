/** What an uploaded package may cost us; checked before and while it is unpacked. */
export interface PackageLimits {
  zipBytes: number;
  entryBytes: number;
  totalBytes: number;
  entries: number;
  /** Unpacked size over packed size, of each entry and of the whole. */
  ratio: number;
  pathLength: number;
}

const mebibyte = 1024 * 1024;

/** Deflate cannot pass a ratio of about 1,030; text rarely passes 30. */
export const defaultPackageLimits: PackageLimits = {
  zipBytes: 256 * mebibyte,
  entryBytes: 256 * mebibyte,
  totalBytes: 512 * mebibyte,
  entries: 2_000,
  ratio: 200,
  pathLength: 240,
};

/** Below this unpacked size a ratio says nothing: a few kilobytes of blanks are harmless. */
export const ratioMattersFrom = mebibyte;
