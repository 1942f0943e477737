import { Reader, ZipReader } from "@zip.js/zip.js";
import type { Finding } from "../../findings/finding.ts";
import type { ByteSource } from "../byte-source.ts";
import { misleading } from "./archive/archive-damage.ts";
import { archiveProblem } from "./archive-problem.ts";
import { tooMuch } from "./check-entry.ts";
import { listedEntry, type ListedEntry } from "./listed-entry.ts";
import { damageFinding } from "./package-findings.ts";
import type { PackageLimits } from "./package-limits.ts";

export type Listing =
  | { ok: true; entries: readonly ListedEntry[]; directoryOffset: number }
  | { ok: false; finding: Finding };

/** A directory of ten thousand long names has less than half of this. */
export const mostDirectoryBytes = 16 * 1024 * 1024;

/** What the archive's directory lists, in the order in which it lies in the archive. */
export async function listEntries(source: ByteSource, limits: PackageLimits): Promise<Listing> {
  const reader = new ZipReader(new SourceReader(source), {
    strictness: "strict",
    // Our own check of names reports all of them, and more kinds.
    filenameValidation: "tolerant",
    useWebWorkers: false,
  });
  const entries: ListedEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(listedEntry(entry));
      if (entries.length > limits.entries) {
        return refused(tooMuch("The package has too many files", limits.entries));
      }
    }
  } catch (error) {
    if (error instanceof DirectoryTooLarge) {
      return refused(tooMuch("The directory of the package is too large", mostDirectoryBytes));
    }
    return refused(archiveProblem(error) ?? rethrow(error));
  } finally {
    await reader.close();
  }
  if (hasOneNameTwice(entries)) return refused(damageFinding(misleading));
  entries.sort((one, other) => one.offset - other.offset);
  return { ok: true, entries, directoryOffset: reader.directoryOffset ?? 0 };
}

/** Other programs may show two names as one that are different to us. */
const hasOneNameTwice = (entries: readonly ListedEntry[]): boolean =>
  new Set(entries.map(({ nameBytes }) => Buffer.from(nameBytes).toString("latin1"))).size <
  entries.length;

class DirectoryTooLarge extends Error {
  override readonly name = "DirectoryTooLarge";
}

/** The library reads a directory in one piece, however large it claims to be. */
class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > mostDirectoryBytes) throw new DirectoryTooLarge();
    const start = Math.min(Math.max(0, offset), this.size);
    return this.#source.read(start, Math.min(length, this.size - start));
  }
}

const refused = (finding: Finding): Listing => ({ ok: false, finding });

function rethrow(error: unknown): never {
  throw error;
}
