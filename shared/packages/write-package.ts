import { ZipWriter } from "@zip.js/zip.js";
import { inOnePiece } from "./chunks.ts";
import { sha256 } from "./sha256.ts";
import type { UnpackedFile } from "./unpacked-files.ts";

type ToPack = Pick<UnpackedFile, "path" | "open">;

// The first moment a zip can name, written raw: no time zone can move it.
const firstDosMoment = ((1 << 5) | 1) << 16;
const plainFile = 0o100644;

/**
 * Builds a zip that depends on the names and bytes of its files only. It is made while it is read,
 * so that memory holds little of it; reading it again makes the same.
 */
export async function* packageStream(files: readonly ToPack[]): AsyncGenerator<Uint8Array> {
  // Only now: what is begun and not read keeps one of the library's few places for good.
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  write(files, writable).catch((error: unknown) => writable.abort(error).catch(() => undefined));
  yield* readable;
}

async function write(files: readonly ToPack[], writable: WritableStream): Promise<void> {
  const writer = new ZipWriter(writable, {
    level: 6,
    useWebWorkers: false,
    // The runtime's own deflate may differ between machines; the bundled one does not.
    useCompressionStream: false,
    keepOrder: true,
    extendedTimestamp: false,
    // Sums are not known before the content has passed.
    dataDescriptor: true,
    dataDescriptorSignature: true,
    lastModDate: new Date(1980, 0, 1),
    rawLastModDate: firstDosMoment,
    unixMode: plainFile,
  });
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const file of sorted) await writer.add(file.path, ReadableStream.from(file.open()));
  await writer.close();
}

/** A package in memory, and its SHA-256. */
export async function writePackage(
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<{ bytes: Uint8Array<ArrayBuffer>; sha256: string }> {
  const chunks: Uint8Array[] = [];
  const opened = files.map(({ path, bytes }) => ({ path, open: () => inOnePiece(bytes) }));
  for await (const chunk of packageStream(opened)) chunks.push(chunk.slice());
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { bytes, sha256: await sha256(bytes) };
}
