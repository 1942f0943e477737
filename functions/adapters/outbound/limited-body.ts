import { failureOf, OutboundError, outboundFailures } from "./outbound-failure.ts";

/** A body that ends with an error at `mostBytes`; whatever breaks it off is an OutboundError. */
export async function* limitedBody(
  body: AsyncIterable<Uint8Array> | null,
  mostBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (body === null) return;
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > mostBytes) throw new OutboundError(outboundFailures.tooLarge(mostBytes));
      yield chunk;
    }
  } catch (error) {
    throw error instanceof OutboundError ? error : new OutboundError(failureOf(error));
  }
}
