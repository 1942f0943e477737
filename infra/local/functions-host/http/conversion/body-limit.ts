import { Transform } from "node:stream";

/** A request body larger than the host takes. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** Passes bytes through until there are too many. */
export function limitBody(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new BodyTooLarge(`The request body exceeds ${limit} bytes.`));
      else done(null, chunk);
    },
  });
}
