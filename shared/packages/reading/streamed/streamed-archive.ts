import { crc32 } from "node:zlib";
import { drain, leftOpen } from "../../chunks.ts";
import { ArchiveDamage, damaged, misleading } from "../archive/archive-damage.ts";
import { readLocalHeader } from "../archive/local-header.ts";
import { viewOf } from "../archive/view-of.ts";
import { ChunkReader } from "./chunk-reader.ts";
import { checkDirectory, type SeenEntry } from "./directory-behind.ts";
import { inflateToEnd } from "./inflate-to-end.ts";
import { descriptorLength, upToDescriptor } from "./up-to-descriptor.ts";

/** A file or folder of an archive that passes: to be read before the next one. */
export interface StreamedMember {
  path: string;
  isEncrypted: boolean;
  bytes: AsyncIterable<Uint8Array>;
  /** Whole once the bytes have been read. */
  seen: Readonly<SeenEntry>;
}

const localHeader = 0x04034b50;
const stored = 0;
const deflated = 8;
const encrypted = 1;
const described = 8;

/**
 * The files of an archive that comes once, from its first byte to its last, too large to be held.
 * Throws an `ArchiveDamage` where it cannot be read like that, and at the end when its directory
 * lists other files than those that came.
 */
export async function* streamedArchive(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<StreamedMember, void> {
  const reader = new ChunkReader(chunks);
  const entries: SeenEntry[] = [];
  while (await startsWith(reader, localHeader)) {
    const offset = reader.position;
    const { nameBytes, flags, method, packed } = await readLocalHeader(reader);
    const seen = { nameBytes, method, offset, crc32: 0, packed, size: 0 };
    const content = contentOf(reader, seen, flags);
    const bytes = leftOpen(content);
    const path = new TextDecoder().decode(nameBytes);
    try {
      yield { path, isEncrypted: (flags & encrypted) !== 0, bytes, seen };
      await drain(bytes);
    } finally {
      await content.return();
    }
    entries.push(seen);
  }
  await checkDirectory(reader, entries);
}

async function* contentOf(
  reader: ChunkReader,
  seen: SeenEntry,
  flags: number,
): AsyncGenerator<Uint8Array, void> {
  if ((flags & encrypted) !== 0) throw new ArchiveDamage("is encrypted");
  const isDescribed = (flags & described) !== 0;
  const start = reader.position;
  for await (const chunk of unpacked(reader, seen, isDescribed)) {
    seen.crc32 = crc32(chunk, seen.crc32);
    seen.size += chunk.length;
    yield chunk;
  }
  seen.packed = reader.position - start;
  if (isDescribed) await passDescriptor(reader, seen);
}

function unpacked(
  reader: ChunkReader,
  seen: SeenEntry,
  isDescribed: boolean,
): AsyncIterable<Uint8Array> {
  const { method, packed } = seen;
  if (method === deflated) return inflateToEnd(reader);
  if (method !== stored) throw new ArchiveDamage("is packed with a method other than deflate");
  return isDescribed && packed === 0 ? upToDescriptor(reader, seen) : reader.chunks(packed);
}

async function passDescriptor(reader: ChunkReader, seen: SeenEntry): Promise<void> {
  const length = await descriptorLength(reader, seen);
  if (length === undefined) throw new ArchiveDamage(misleading);
  await reader.take(length);
}

async function startsWith(reader: ChunkReader, signature: number): Promise<boolean> {
  const bytes = await reader.peek(4);
  if (bytes.length < 4) throw new ArchiveDamage(damaged);
  return viewOf(bytes).getUint32(0, true) === signature;
}
