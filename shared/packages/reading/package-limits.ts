/** What an uploaded package may cost us; checked before and while it is unpacked. */
export interface PackageLimits {
  zipBytes: number;
  entryBytes: number;
  totalBytes: number;
  entries: number;
  /** Files of all archives among the package's files, together. */
  nestedEntries: number;
  /** Unpacked size over packed size, of each entry and of the whole. */
  ratio: number;
  pathLength: number;
  /** Of one JSON file: it is read as a whole. Azure takes templates of 4 MB. */
  jsonBytes: number;
  /** Of all JSON files. */
  allJsonBytes: number;
  /** Archives in archives; 1 is a zip among the package's files. */
  nesting: number;
}

const mebibyte = 1024 * 1024;

/** Azure takes packages and files of 1 GB. Deflate cannot pass a ratio of about 1,030; text rarely passes 30. */
export const defaultPackageLimits: PackageLimits = {
  zipBytes: 1024 * mebibyte,
  entryBytes: 1024 * mebibyte,
  totalBytes: 2048 * mebibyte,
  entries: 10_000,
  nestedEntries: 100_000,
  ratio: 200,
  pathLength: 240,
  jsonBytes: 5 * mebibyte,
  allJsonBytes: 16 * mebibyte,
  nesting: 3,
};

/** Below this unpacked size a ratio says nothing: a few kilobytes of blanks are harmless. */
export const ratioMattersFrom = mebibyte;
