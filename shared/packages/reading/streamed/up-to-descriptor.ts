import { ArchiveDamage, damaged, misleading } from "../archive/archive-damage.ts";
import { describes, descriptorLengths, signature } from "../archive/between-entries.ts";
import { viewOf } from "../archive/view-of.ts";
import type { ChunkReader } from "./chunk-reader.ts";
import type { SeenEntry } from "./directory-behind.ts";

const blockBytes = 64 * 1024;
/** The longest descriptor, and the start of whatever comes next. */
const needed = Math.max(...descriptorLengths) + 4;
const marks = Buffer.alloc(4);
viewOf(marks).setUint32(0, signature, true);
/** Of places that look like a descriptor: honest archives have next to none. */
const mostTries = 100;

/** What comes next if it is stored, and nothing in front tells how long it is. */
export async function* upToDescriptor(
  reader: ChunkReader,
  seen: SeenEntry,
): AsyncGenerator<Uint8Array, void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    seen.packed = seen.size;
    if ((await descriptorLength(reader, seen)) !== undefined) return;
    for (let at: number | undefined, from = 1; at === undefined; from = 0) {
      const next = await reader.peek(blockBytes);
      if (next.length < needed) throw new ArchiveDamage(damaged);
      at = placeIn(next, from, seen.size);
      yield await reader.take(at ?? next.length - needed + 1);
    }
  }
  throw new ArchiveDamage(misleading);
}

/** Where in bytes that have so many others before them there may be a descriptor of all of these. */
function placeIn(bytes: Uint8Array, from: number, before: number): number | undefined {
  const view = viewOf(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const last = bytes.length - needed;
  const after = (start: number) => buffer.indexOf(marks, start);
  for (let at = after(from); at >= 0 && at <= last; at = after(at + 1))
    if (view.getUint32(at + 8, true) === before + at) return at;
  return undefined;
}

/** How long the descriptor of what was read is, which comes next; undefined when it does not. */
export async function descriptorLength(
  reader: ChunkReader,
  seen: SeenEntry,
): Promise<number | undefined> {
  const next = await reader.peek(needed);
  return descriptorLengths.find(
    (some) =>
      next[some] === 0x50 && next[some + 1] === 0x4b && describes(next.subarray(0, some), seen),
  );
}
