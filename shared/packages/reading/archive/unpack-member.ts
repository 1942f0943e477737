import { pipeline, Readable } from "node:stream";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import type { ListedEntry } from "../listed-entry.ts";
import { ArchiveDamage, damaged, wrongSize } from "./archive-damage.ts";
import type { SequentialReader } from "./sequential-reader.ts";

const mebibyte = 1024 * 1024;
const stored = 0;
/** Up to here one call is faster than a stream, and no more than this is in memory at a time. */
const atOnce = { packed: mebibyte, size: 4 * mebibyte };
/** Of the runtime. */
const smallestChunk = 64;
const streamChunk = 256 * 1024;

/** The content of an entry whose data comes next; breaks off where it is not what was claimed. */
export async function* unpackMember(
  reader: SequentialReader,
  entry: ListedEntry,
): AsyncGenerator<Uint8Array, undefined> {
  const { packed, size } = entry;
  if (entry.method === stored) {
    if (packed !== size) throw new ArchiveDamage(wrongSize);
    yield* complete(reader.chunks(packed), packed);
  } else if (packed <= atOnce.packed && size <= atOnce.size) {
    yield unpackAtOnce(await reader.take(packed), size);
  } else {
    yield* unpackStream(reader, packed, size);
  }
}

async function* complete(chunks: AsyncIterable<Uint8Array>, length: number) {
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.length;
    yield chunk;
  }
  if (seen !== length) throw new ArchiveDamage(damaged);
}

function unpackAtOnce(packed: Uint8Array, size: number): Uint8Array {
  try {
    // The answer of `info: true`, which the types of Node leave out.
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      chunkSize: Math.max(smallestChunk, size),
      maxOutputLength: Math.max(1, size),
    }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
    if (engine.bytesWritten !== packed.length) throw new ArchiveDamage(damaged);
    return buffer;
  } catch (error) {
    throw meaningOf(error);
  }
}

async function* unpackStream(reader: SequentialReader, packed: number, size: number) {
  const inflate = createInflateRaw({ chunkSize: streamChunk });
  let seen = 0;
  try {
    // A failure of either side comes out of the loop below.
    pipeline(Readable.from(complete(reader.chunks(packed), packed)), inflate, () => undefined);
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      seen += chunk.length;
      if (seen > size) throw new ArchiveDamage(wrongSize);
      yield chunk;
    }
  } catch (error) {
    throw meaningOf(error);
  } finally {
    inflate.destroy();
  }
  // What follows the end of the packed data would be seen by nobody.
  if (inflate.bytesWritten !== packed) throw new ArchiveDamage(damaged);
}

/** What an error of the runtime's codec means; any other stays itself. */
export function meaningOf(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_BUFFER_TOO_LARGE") return new ArchiveDamage(wrongSize);
  if (typeof code === "string" && /^Z_/.test(code)) return new ArchiveDamage(damaged);
  return error;
}
