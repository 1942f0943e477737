/**
 * What comes next of something that may be left in the middle: whoever stops early leaves the
 * rest to whoever comes after, where `for await` over a generator would close it.
 */
export const leftOpen = <T>(items: AsyncGenerator<T>): AsyncIterable<T> => ({
  [Symbol.asyncIterator]: () => ({ next: () => items.next() }),
});

/** Bytes in memory, as they would come from elsewhere. */
export const inOnePiece = (bytes: Uint8Array): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => {
    const piece = [bytes].values();
    return { next: () => Promise.resolve(piece.next()) };
  },
});

/** Reads to the end what somebody may have left in the middle. */
export async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  const all = chunks[Symbol.asyncIterator]();
  while ((await all.next()).done !== true);
}

/** All of it in one piece, which has exactly this size. */
export async function gathered(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const chunk of chunks) {
    if (at + chunk.length <= size) bytes.set(chunk, at);
    at += chunk.length;
  }
  return at < size ? bytes.subarray(0, at) : bytes;
}
