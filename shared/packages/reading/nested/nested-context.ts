import type { Finding } from "../../../findings/finding.ts";
import { tooMuch } from "../check-entry.ts";
import { printable } from "../package-findings.ts";
import type { PackageLimits } from "../package-limits.ts";

/** What all archives within a package share. */
export interface NestedContext {
  readonly limits: PackageLimits;
  /** What all of them may still unpack to together. */
  readonly allowance: { bytes: number; entries: number };
  /** Room for the one archive so deep that is held just now; the next one is written over it. */
  room(depth: number): Uint8Array;
  /** Sees the content of a file in so many archives. */
  watch(path: string, depth: number): NestedWatch;
}

/** Sees one content piece by piece; the memory of a piece may be used again once it is taken. */
export interface NestedWatch {
  push(chunk: Uint8Array): Promise<void> | undefined;
  /** Whether it may be a small archive as far as it has come, which is judged at its end. */
  readonly isHolding: boolean;
  /** Why the content cannot be taken. */
  end(): Promise<Finding | undefined>;
}

/** An archive by how it is shown, the files it is in from the outermost on, and how deep it is. */
export interface NestedPlace {
  readonly path: string;
  readonly depth: number;
}

/** Measures what an archive and those in it unpack to from now on. */
export function unpackedFrom({ allowance }: NestedContext): () => number {
  const before = allowance.bytes;
  return () => before - allowance.bytes;
}

export function checkDepth({ path, depth }: NestedPlace, limits: PackageLimits) {
  if (depth <= limits.nesting) return undefined;
  return tooMuch(`"${printable(path)}" is an archive in ${depth} others`, limits.nesting, path);
}

/** Counts files of an archive. */
export function takeEntries({ allowance, limits }: NestedContext, count: number, path: string) {
  allowance.entries -= count;
  if (allowance.entries >= 0) return undefined;
  return tooMuch("The archives in the package have too many files", limits.nestedEntries, path);
}

/** Counts what comes out of an archive. */
export function takeBytes({ allowance, limits }: NestedContext, count: number, path: string) {
  allowance.bytes -= count;
  if (allowance.bytes >= 0) return undefined;
  return tooMuch("What is packed is too large", limits.totalBytes, path);
}
