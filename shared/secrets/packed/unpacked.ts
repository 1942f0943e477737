import type { fileKind } from "../../malware/decoding/container-kind.ts";
import { streamedArchive } from "../../packages/reading/streamed/streamed-archive.ts";
import { streamedGzip } from "../../packages/reading/streamed/streamed-gzip.ts";
import { streamedTar } from "../../packages/reading/streamed/streamed-tar.ts";
import { blockBytes } from "../../packages/reading/streamed/tar-header.ts";

export type PackedKind = NonNullable<ReturnType<typeof fileKind>>;

/** As much of a file as tells its kind, if it has that much. */
export const kindBytes = blockBytes;

/** How much more may come out of all archives of a package, and of how many strings of its texts. */
export interface PackedBudget {
  bytes: number;
  strings: number;
}

interface PackedFile {
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * The files in a zip or tar, or the one in a gzip stream, behind which something else may follow; throws
 * where it cannot be read to its end.
 */
export async function* unpacked(
  kind: PackedKind,
  chunks: AsyncIterable<Uint8Array>,
  budget: PackedBudget,
  mayGoOn: boolean,
): AsyncGenerator<PackedFile> {
  if (kind === "gzip") {
    const content = streamedGzip(chunks, { mayGoOn });
    yield { path: "unpacked content", bytes: counted(content, budget) };
    return;
  }
  const members = kind === "tar" ? streamedTar(chunks) : streamedArchive(chunks);
  for await (const { path, bytes } of members) yield { path, bytes: counted(bytes, budget) };
}

async function* counted(chunks: AsyncIterable<Uint8Array>, budget: PackedBudget) {
  for await (const chunk of chunks) {
    budget.bytes -= chunk.length;
    if (budget.bytes < 0) throw new Error("unpacks to too much");
    yield chunk;
  }
}
