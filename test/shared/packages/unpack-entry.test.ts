import type { FileEntry } from "@zip.js/zip.js";
import { expect, test } from "vitest";
import { EntryTooLarge, unpackEntry } from "../../../shared/packages/reading/unpack-entry.ts";

/** An entry that inflates to this many chunks of ten bytes, in one buffer used again and again. */
function entryOf(chunks: number) {
  let written = 0;
  const getData = async (sink: WritableStream<Uint8Array>) => {
    const writer = sink.getWriter();
    const buffer = new Uint8Array(10);
    for (; written < chunks; written += 1) await writer.write(buffer.fill(written));
    await writer.close();
  };
  return { entry: { getData } as unknown as FileEntry, written: () => written };
}

test("an entry is put together from its chunks, although the buffer is used again", async () => {
  const bytes = await unpackEntry(entryOf(3).entry, 30);
  expect([bytes.length, bytes[0], bytes[10], bytes[29]]).toEqual([30, 0, 1, 2]);
});

test("nothing more is read once the limit is passed", async () => {
  const { entry, written } = entryOf(1_000_000);
  await expect(unpackEntry(entry, 25)).rejects.toThrow(EntryTooLarge);
  expect(written()).toBeLessThan(10);
});
