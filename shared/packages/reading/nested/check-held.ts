import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import type { Finding } from "../../../findings/finding.ts";
import { inMemory } from "../../byte-source.ts";
import { ArchiveDamage } from "../archive/archive-damage.ts";
import { SequentialReader } from "../archive/sequential-reader.ts";
import { unpackMember } from "../archive/unpack-member.ts";
import { checkEncryption, checkRatio } from "../check-entry.ts";
import { listedEntry, type ListedEntry } from "../listed-entry.ts";
import { startOfArchive } from "./start-of-archive.ts";
import {
  checkDepth,
  takeBytes,
  takeEntries,
  unpackedFrom,
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
  const { limits } = context;
  const tooDeep = checkDepth({ path, depth }, limits);
  if (tooDeep !== undefined) return tooDeep;
  const unpacked = unpackedFrom(context);
  const checkWhole = () => checkRatio({ size: unpacked(), packed: bytes.length }, limits, path);
  for await (const entry of listed(bytes)) {
    const inside = `${path}/${entry.filename}`;
    const finding =
      takeEntries(context, 1, path) ??
      takeBytes(context, entry.size, path) ??
      checkEncryption(entry, inside) ??
      checkRatio(entry, limits, inside) ??
      checkWhole() ??
      (await checkInner({ path: inside, depth: depth + 1 }, bytes, entry, context)) ??
      checkWhole();
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
  const start = startOfArchive(bytes, entry);
  if (start === undefined) return undefined;
  const watch = context.watch(path, depth);
  const reader = new SequentialReader(inMemory(bytes), { start });
  try {
    for await (const chunk of unpackMember(reader, entry)) await watch.push(chunk);
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
  }
  return watch.end();
}

/** One after the other: what the library keeps of an entry is a lot. */
async function* listed(bytes: Uint8Array): AsyncGenerator<ListedEntry> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  try {
    for await (const entry of reader.getEntriesGenerator()) yield listedEntry(entry);
  } catch {
    return;
  } finally {
    await reader.close();
  }
}
