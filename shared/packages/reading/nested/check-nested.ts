import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import type { Finding } from "../../../findings/finding.ts";
import { checkEncryption, checkRatio, tooMuch } from "../check-entry.ts";
import { listedEntry, type ListedEntry } from "../listed-entry.ts";
import type { PackageLimits } from "../package-limits.ts";
import { archiveIn } from "./archive-in.ts";
import type { Allowance } from "./allowance.ts";

interface NestedArchive {
  /** As it is shown: the files it is in, from the outermost on. */
  path: string;
  bytes: Uint8Array;
  depth: number;
}

/**
 * Why an archive within a package cannot be taken. How its files are called is its own matter, so
 * it is read leniently; one that cannot be read at all holds nothing for anybody.
 */
export async function checkNested(
  { path, bytes, depth }: NestedArchive,
  limits: PackageLimits,
  allowance: Allowance,
): Promise<Finding | undefined> {
  if (depth > limits.nesting) {
    return tooMuch(`"${path}" is an archive in ${depth} others`, limits.nesting, path);
  }
  const entries = await listed(bytes, allowance.entries + 1);
  allowance.entries -= entries.length;
  if (allowance.entries < 0) {
    return tooMuch("The package and the archives in it have too many files", limits.entries, path);
  }
  for (const entry of entries) {
    const inside = `${path}/${entry.filename}`;
    allowance.bytes -= entry.size;
    if (allowance.bytes < 0) return tooMuch("What is packed is too large", limits.totalBytes, path);
    const finding = checkEncryption(entry, inside) ?? checkRatio(entry, limits, inside);
    if (finding !== undefined) return finding;
    const inner = archiveIn(bytes, entry);
    const archive = inner && { path: inside, bytes: inner, depth: depth + 1 };
    const found = archive && (await checkNested(archive, limits, allowance));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function listed(bytes: Uint8Array, most: number): Promise<ListedEntry[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const entries: ListedEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(listedEntry(entry));
      if (entries.length >= most) break;
    }
  } catch {
    return entries;
  } finally {
    await reader.close();
  }
  return entries;
}
