import { createInflateRaw, type InflateRaw } from "node:zlib";
import { ArchiveDamage, damaged } from "../archive/archive-damage.ts";
import { meaningOf } from "../archive/unpack-member.ts";
import type { ChunkReader } from "./chunk-reader.ts";

const outputBytes = 256 * 1024;

/** Unpacks what comes next up to where it says itself that it ends; what follows is left. */
export async function* inflateToEnd(reader: ChunkReader): AsyncGenerator<Uint8Array, void> {
  const inflate = createInflateRaw({ chunkSize: outputBytes });
  const closed = new Promise<void>((resolve) => inflate.once("close", resolve));
  const feeding = feed(reader, inflate, closed).catch((error: unknown) =>
    inflate.destroy(error as Error),
  );
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw meaningOf(error);
  } finally {
    inflate.destroy();
  }
  await feeding;
}

/** Piece by piece, so that only the last one can hold more than was wanted. */
async function feed(
  reader: ChunkReader,
  inflate: InflateRaw,
  closed: Promise<void>,
): Promise<void> {
  for (let given = 0; !inflate.destroyed;) {
    const piece = await reader.next();
    if (piece === undefined) throw new ArchiveDamage(damaged);
    given += piece.length;
    const taken = new Promise<void>((resolve) => {
      inflate.write(piece, () => {
        resolve();
      });
    });
    await Promise.race([closed, taken]);
    const left = given - inflate.bytesWritten;
    if (left > 0) {
      reader.unread(piece.subarray(piece.length - left));
      return;
    }
  }
}
