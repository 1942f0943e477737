import type { Finding } from "../../shared/findings/finding.ts";

export interface CertifiedFile {
  /** Path inside the package. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What certification found in a file or folder of this machine. */
export interface Certified {
  readonly kind: "package" | "folder" | "template";
  readonly findings: readonly Finding[];
  /** The files that were looked at; none when the package was not accepted at all. */
  readonly files: readonly CertifiedFile[];
}
