import { drain, leftOpen } from "../../chunks.ts";
import { ArchiveDamage, damaged, misleading } from "../archive/archive-damage.ts";
import { ChunkReader } from "./chunk-reader.ts";
import { blockBytes, isTar, readTarHeader, type TarHeader } from "./tar-header.ts";

/** A member of a tar that passes: to be read before the next one. */
export interface TarMember {
  path: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** Links, devices and folders have no content; where one claims to, programs do not agree. */
const withoutContent = /^[1-6]$/;
/** Says more about the next member, or about all that follow. */
const aboutNext = "x";
const aboutAll = "g";
const sparse = "S";
const mostAttributes = 1024 * 1024;

/**
 * The members of a tar that comes once, long names and the like among them. Throws an
 * `ArchiveDamage` where it cannot be read, or where programs could read different files from it.
 */
export async function* streamedTar(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<TarMember, void> {
  const reader = new ChunkReader(chunks);
  let size: number | undefined;
  for (let block = await header(reader); block; block = await header(reader)) {
    const next = { ...block, size: size ?? block.size };
    size = isAttributes(next) ? await claimed(reader, next) : undefined;
    yield* member(reader, next);
  }
  for (let rest = await reader.next(); rest !== undefined; rest = await reader.next()) {
    if (rest.some((byte) => byte !== 0)) throw new ArchiveDamage("goes on behind its end");
  }
}

/** Undefined at the end, which is a block of zeros. */
async function header(reader: ChunkReader): Promise<TarHeader | undefined> {
  const block = await reader.take(blockBytes);
  if (block.every((byte) => byte === 0)) return undefined;
  if (!isTar(block)) throw new ArchiveDamage(damaged);
  return readTarHeader(block);
}

function isAttributes({ type }: TarHeader): boolean {
  return type === aboutNext || type === aboutAll;
}

async function* member(
  reader: ChunkReader,
  { path, size, type, isExtended }: TarHeader,
): AsyncGenerator<TarMember, void> {
  if (size > 0 && withoutContent.test(type)) throw new ArchiveDamage(misleading);
  if (type === sparse && isExtended) throw new ArchiveDamage("holds a file with holes");
  const content = exactly(reader, size);
  const bytes = leftOpen(content);
  try {
    yield { path, bytes };
    await drain(bytes);
  } finally {
    await content.return();
  }
  await reader.take((blockBytes - (size % blockBytes)) % blockBytes);
}

async function* exactly(reader: ChunkReader, size: number): AsyncGenerator<Uint8Array, void> {
  const start = reader.position;
  yield* reader.chunks(size);
  if (reader.position - start < size) throw new ArchiveDamage(damaged);
}

/** The size that an attribute gives to the next member; it counts, whatever its header says. */
async function claimed(
  reader: ChunkReader,
  { size, type }: TarHeader,
): Promise<number | undefined> {
  if (size > mostAttributes) throw new ArchiveDamage(damaged);
  const text = new TextDecoder().decode((await reader.peek(size)).subarray(0, size));
  const sizes = [...text.matchAll(/(?:^|\n)\d+ size=(\d+)\n/g)].map((match) => Number(match[1]));
  if (sizes.length > 1 || (sizes.length > 0 && type === aboutAll)) {
    throw new ArchiveDamage(misleading);
  }
  return sizes[0];
}
