import { Uint8ArrayReader, ZipReader, type Entry, type FileEntry } from "@zip.js/zip.js";
import type { Finding } from "../findings/finding.ts";
import type { PackageContents, PackageFile } from "./package-contents.ts";
import { archiveProblem } from "./reading/archive-problem.ts";
import { checkEntry, tooMuch } from "./reading/check-entry.ts";
import { checkCollisions } from "./reading/entry-names.ts";
import { packageFinding } from "./reading/package-findings.ts";
import {
  defaultPackageLimits,
  ratioMattersFrom,
  type PackageLimits,
} from "./reading/package-limits.ts";
import { EntryTooLarge, unpackEntry } from "./reading/unpack-entry.ts";
import { sha256 } from "./sha256.ts";

/** A package that is not in memory yet; it is read only if its size is acceptable. */
export interface PackageSource {
  size: number;
  read(): Promise<Uint8Array>;
}

export type PackageReading =
  { ok: true; package: PackageContents } | { ok: false; findings: Finding[] };

/** Unpacks an uploaded zip, or says everything that speaks against taking it. */
export async function readPackage(
  source: Uint8Array | PackageSource,
  limits: PackageLimits = defaultPackageLimits,
): Promise<PackageReading> {
  const size = source instanceof Uint8Array ? source.length : source.size;
  if (size > limits.zipBytes) {
    return refused(tooMuch(`The package has ${size} bytes`, limits.zipBytes));
  }
  const bytes = source instanceof Uint8Array ? source : await source.read();
  const listing = await listEntries(bytes, limits);
  if (!listing.ok) return { ok: false, findings: listing.findings };
  const files: PackageFile[] = [];
  for (const entry of listing.files) {
    const file = await readFile(entry, limits);
    if ("ruleId" in file) return refused(file);
    files.push(file);
  }
  return { ok: true, package: { size, sha256: await sha256(bytes), files } };
}

type Listing = { ok: true; files: FileEntry[] } | { ok: false; findings: Finding[] };

async function listEntries(bytes: Uint8Array, limits: PackageLimits): Promise<Listing> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: "strict",
    // Our own check of names reports all of them, and more kinds.
    filenameValidation: "tolerant",
    checkCrc32: true,
    checkOverlappingEntry: true,
    useWebWorkers: false,
    useCompressionStream: false,
  });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > limits.entries) {
        return refused(tooMuch("The package has too many files", limits.entries));
      }
    }
  } catch (error) {
    return refused(archiveProblem(error) ?? rethrow(error));
  } finally {
    await reader.close();
  }
  const findings = checkEntries(entries, bytes.length, limits);
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, files: entries.filter((entry) => !entry.directory) };
}

function checkEntries(entries: Entry[], zipBytes: number, limits: PackageLimits): Finding[] {
  const findings = entries.flatMap((entry) => checkEntry(entry, limits));
  findings.push(...checkCollisions(entries.map((entry) => entry.filename)));
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.totalBytes) {
    findings.push(tooMuch(`The package unpacks to ${total} bytes`, limits.totalBytes));
  } else if (total >= ratioMattersFrom && total > zipBytes * limits.ratio) {
    const message = `The package unpacks to more than ${limits.ratio} times its size.`;
    const fix = "Leave files of blanks or zeros out of the package.";
    findings.push(packageFinding("package-is-within-limits", message, fix));
  }
  return findings;
}

async function readFile(entry: FileEntry, limits: PackageLimits): Promise<PackageFile | Finding> {
  const { filename: path, uncompressedSize } = entry;
  try {
    // The sizes claimed were checked together; holding each entry to its claim holds the sum.
    const bytes = await unpackEntry(entry, Math.min(uncompressedSize, limits.entryBytes));
    return { path, size: bytes.length, sha256: await sha256(bytes), bytes };
  } catch (error) {
    if (error instanceof EntryTooLarge) {
      return tooMuch(`"${path}" unpacks to more bytes than it claims`, uncompressedSize, path);
    }
    return archiveProblem(error, path) ?? rethrow(error);
  }
}

function refused(finding: Finding): { ok: false; findings: Finding[] } {
  return { ok: false, findings: [finding] };
}

function rethrow(error: unknown): never {
  throw error;
}
