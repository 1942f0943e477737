import { createHash } from "node:crypto";

/** What came was not what was meant. */
export class OtherSum extends Error {
  override readonly name = "OtherSum";
}

/** The same pieces; throws an `OtherSum` behind the last one if they do not have this SHA-256. */
export async function* heldTo(
  chunks: AsyncIterable<Uint8Array>,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256) throw new OtherSum(`Not the bytes of ${sha256}.`);
}
