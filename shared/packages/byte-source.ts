/** Bytes that lie somewhere else and can be read in any order. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset` on; throws when the source has changed or is gone. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Where it is kept, for those who look at the storage and not at the bytes. */
  readonly stored?: { readonly url: string; readonly etag: string };
}

/** Bytes that are here already. */
export const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
});

const blockBytes = 4 * 1024 * 1024;

/** From the first byte to the last, in pieces. */
export async function* wholeOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += blockBytes)
    yield await source.read(at, Math.min(blockBytes, source.size - at));
}
