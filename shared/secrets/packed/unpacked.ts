import type { ContainerKind } from "../../malware/decoding/container-kind.ts";
import { streamedArchive } from "../../packages/reading/streamed/streamed-archive.ts";

/** How much more may come out of all archives of a package. */
export interface PackedBudget {
  bytes: number;
}

interface PackedFile {
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The files in a zip, or the one in a gzip stream; throws where it cannot be read to its end. */
export async function* unpacked(
  kind: ContainerKind,
  chunks: AsyncIterable<Uint8Array>,
  budget: PackedBudget,
): AsyncGenerator<PackedFile> {
  if (kind === "gzip") {
    const content = ReadableStream.from(chunks).pipeThrough(new DecompressionStream("gzip"));
    yield { path: "unpacked content", bytes: counted(content, budget) };
    return;
  }
  for await (const { path, bytes } of streamedArchive(chunks))
    yield { path, bytes: counted(bytes, budget) };
}

async function* counted(chunks: AsyncIterable<Uint8Array>, budget: PackedBudget) {
  for await (const chunk of chunks) {
    budget.bytes -= chunk.length;
    if (budget.bytes < 0) throw new Error("unpacks to too much");
    yield chunk;
  }
}
