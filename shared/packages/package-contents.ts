/** One file of a package. */
export interface PackageFile {
  /** Path inside the package, with forward slashes. */
  path: string;
  size: number;
  /** Lower-case hex. */
  sha256: string;
  bytes: Uint8Array;
}

/** What an accepted package holds; folders are not listed. */
export interface PackageContents {
  /** Size of the zip. */
  size: number;
  /** Lower-case hex, of the zip. */
  sha256: string;
  files: readonly PackageFile[];
}
