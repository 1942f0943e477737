import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import type { Finding } from "../../../findings/finding.ts";
import { inMemory } from "../../byte-source.ts";
import { ArchiveDamage } from "../archive/archive-damage.ts";
import { contentOf } from "../archive/content-of.ts";
import { checkEncryption, checkRatio } from "../check-entry.ts";
import { listedEntry, type ListedEntry } from "../listed-entry.ts";
import { startsAsArchive } from "./starts-as-archive.ts";
import {
  checkDepth,
  takeBytes,
  takeEntries,
  type NestedContext,
  type NestedPlace,
} from "./nested-context.ts";

/**
 * Why an archive in memory cannot be taken. How its files are called is its own matter, so it is
 * read leniently; one that cannot be read at all holds nothing for anybody.
 */
export async function checkHeld(
  { path, depth }: NestedPlace,
  bytes: Uint8Array,
  context: NestedContext,
): Promise<Finding | undefined> {
  const { limits, allowance } = context;
  const tooDeep = checkDepth({ path, depth }, limits);
  if (tooDeep !== undefined) return tooDeep;
  const entries = await listed(bytes, allowance.entries + 1);
  const tooMany = takeEntries(context, entries.length, path);
  if (tooMany !== undefined) return tooMany;
  for (const entry of entries) {
    const inside = `${path}/${entry.filename}`;
    const finding =
      takeBytes(context, entry.size, path) ??
      checkEncryption(entry, inside) ??
      checkRatio(entry, limits, inside) ??
      (await checkInner({ path: inside, depth: depth + 1 }, bytes, entry, context));
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** An entry that is an archive itself. */
async function checkInner(
  { path, depth }: NestedPlace,
  bytes: Uint8Array,
  entry: ListedEntry,
  context: NestedContext,
): Promise<Finding | undefined> {
  if (!startsAsArchive(bytes, entry)) return undefined;
  const watch = context.watch(path, depth);
  try {
    for await (const chunk of contentOf(inMemory(bytes), entry, bytes.length))
      await watch.push(chunk);
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
  }
  return watch.end();
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
