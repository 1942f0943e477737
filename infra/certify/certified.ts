import type { Finding } from "../../shared/findings/finding.ts";
import type { PackageFile } from "../../shared/packages/package-contents.ts";

/** What certification found in a file or folder of this machine. */
export interface Certified {
  readonly kind: "package" | "folder" | "template";
  readonly findings: readonly Finding[];
  /** The files that were looked at; none when the package was not accepted at all. */
  readonly files: readonly Omit<PackageFile, "size">[];
}
