import { expect, test } from "vitest";
import { ChunkReader } from "../../../../shared/packages/reading/streamed/chunk-reader.ts";

test("many small pieces become a large one in a time that fits their size", async () => {
  const count = 100_000;
  const pieces = async function* () {
    for (let at = 0; at < count; at += 1)
      yield await Promise.resolve(new Uint8Array(40).fill(at % 251));
  };
  const reader = new ChunkReader(pieces());
  const whole = await reader.take(40 * count);
  expect(whole).toHaveLength(40 * count);
  expect(whole.at(-1)).toBe((count - 1) % 251);
  expect(reader.position).toBe(40 * count);
});
