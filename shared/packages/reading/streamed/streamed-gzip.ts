import { crc32 } from "node:zlib";
import { ArchiveDamage, damaged, wrongSize, wrongSum } from "../archive/archive-damage.ts";
import { viewOf } from "../archive/view-of.ts";
import { ChunkReader } from "./chunk-reader.ts";
import { inflateToEnd } from "./inflate-to-end.ts";

/** Bits of the flags: what stands between the header and the packed data. */
const has = { checkSum: 2, extra: 4, name: 8, comment: 16 } as const;
const reserved = 0xe0;
/** The mark, and the only method there is. */
const start = [0x1f, 0x8b, 8];
const headerBytes = 10;
const trailerBytes = 8;
/** A name or comment is a line, not a book. */
const mostText = 64 * 1024;

/**
 * What a gzip file unpacks to: it may be many streams one behind the other, and be filled up with
 * zeros. Throws an `ArchiveDamage`, also when anything else follows, unless that is allowed.
 */
export async function* streamedGzip(
  chunks: AsyncIterable<Uint8Array>,
  { mayGoOn = false } = {},
): AsyncGenerator<Uint8Array, void> {
  const reader = new ChunkReader(chunks);
  do {
    await passHeader(reader);
    yield* checked(reader);
  } while (await goesOn(reader));
  if (!mayGoOn) await passZeros(reader);
}

async function goesOn(reader: ChunkReader): Promise<boolean> {
  const next = await reader.peek(2);
  return next[0] === start[0] && next[1] === start[1];
}

async function passHeader(reader: ChunkReader): Promise<void> {
  const header = await reader.take(headerBytes);
  const flags = header[3] ?? reserved;
  const isRight = start.every((byte, at) => header[at] === byte) && (flags & reserved) === 0;
  if (!isRight || header.length < headerBytes) throw new ArchiveDamage(damaged);
  if ((flags & has.extra) !== 0) {
    const length = await reader.take(2);
    if (length.length < 2) throw new ArchiveDamage(damaged);
    await reader.take(viewOf(length).getUint16(0, true));
  }
  if ((flags & has.name) !== 0) await passText(reader);
  if ((flags & has.comment) !== 0) await passText(reader);
  if ((flags & has.checkSum) !== 0) await reader.take(2);
}

async function passText(reader: ChunkReader): Promise<void> {
  for (let length = 64; length <= mostText; length *= 2) {
    const bytes = await reader.peek(length);
    const end = bytes.indexOf(0);
    if (end !== -1) {
      await reader.take(end + 1);
      return;
    }
    if (bytes.length < length) break;
  }
  throw new ArchiveDamage(damaged);
}

async function* checked(reader: ChunkReader): AsyncGenerator<Uint8Array, void> {
  let sum = 0;
  let size = 0;
  for await (const chunk of inflateToEnd(reader)) {
    sum = crc32(chunk, sum);
    size += chunk.length;
    yield chunk;
  }
  const trailer = await reader.take(trailerBytes);
  if (trailer.length < trailerBytes) throw new ArchiveDamage(damaged);
  if (viewOf(trailer).getUint32(0, true) !== sum) throw new ArchiveDamage(wrongSum);
  if (viewOf(trailer).getUint32(4, true) !== size % 2 ** 32) throw new ArchiveDamage(wrongSize);
}

async function passZeros(reader: ChunkReader): Promise<void> {
  for (let bytes = await reader.next(); bytes !== undefined; bytes = await reader.next()) {
    if (bytes.some((byte) => byte !== 0)) throw new ArchiveDamage("goes on behind its end");
  }
}
