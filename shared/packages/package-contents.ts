/** One file of a package. */
export interface PackageFile {
  /** Path inside the package, with forward slashes. */
  path: string;
  size: number;
  /** Lower-case hex. */
  sha256: string;
  /** Only of files that fit into memory, and always of JSON files: that is what rules read. */
  bytes?: Uint8Array;
}

/** A file whose content is in memory. */
export type HeldFile = PackageFile & { bytes: Uint8Array };

/** One file of a package while it is unpacked: to be read once, before the next one. */
export interface PackageMember {
  path: string;
  /** As the archive claims; more never comes. */
  size: number;
  bytes: AsyncIterable<Uint8Array>;
  /** Lower-case hex; reads what is left of the content. */
  sha256: () => Promise<string>;
}

/** What an accepted package holds; folders are not listed. */
export interface PackageContents {
  /** Size of the zip. */
  size: number;
  /** Lower-case hex, of the zip. */
  sha256: string;
  files: readonly PackageFile[];
}

/** The files that are in memory. */
export const heldFiles = ({ files }: Pick<PackageContents, "files">): readonly HeldFile[] =>
  files.filter((file): file is HeldFile => file.bytes !== undefined);
