import type { FileEntry } from "@zip.js/zip.js";

/** Thrown while unpacking, when an entry turns out larger than it may be. */
export class EntryTooLarge extends Error {
  override readonly name = "EntryTooLarge";
}

/** Unpacks an entry into memory and stops at the first byte beyond the limit. */
export async function unpackEntry(entry: FileEntry, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > maxBytes) throw new EntryTooLarge(`more than ${maxBytes} bytes`);
      // The library may use its buffer again for the next chunk.
      chunks.push(chunk.slice());
    },
  });
  await entry.getData(sink);
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
