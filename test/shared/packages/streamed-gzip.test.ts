import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ArchiveDamage } from "../../../shared/packages/reading/archive/archive-damage.ts";
import { streamedGzip } from "../../../shared/packages/reading/streamed/streamed-gzip.ts";

async function unpackedOf(bytes: Uint8Array, piece = bytes.length, mayGoOn = false) {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamedGzip(pieces(), { mayGoOn })) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const packed = gzipSync("one ");

/** With a field, a name, a comment and a sum of them. */
function withAll(gzip: Buffer) {
  const fields = Buffer.from("\x03\0abcname\0comment\0\0\0", "latin1");
  const header = Buffer.from(gzip.subarray(0, 10));
  header.writeUInt8(2 + 4 + 8 + 16, 3);
  return Buffer.concat([header, fields, gzip.subarray(10)]);
}

test.each<[string, Uint8Array, string]>([
  ["one stream", packed, "one "],
  ["streams behind each other", Buffer.concat([packed, gzipSync("two")]), "one two"],
  ["zeros behind it", Buffer.concat([packed, new Uint8Array(2000)]), "one "],
  ["all that may stand in its header", withAll(packed), "one "],
  ["nothing in it", gzipSync(""), ""],
])("a file is unpacked with %s, however it is cut", async (_, bytes, content) => {
  for (const piece of [1, 7, bytes.length]) expect(await unpackedOf(bytes, piece)).toBe(content);
});

test.each<[string, Uint8Array]>([
  ["goes on behind its end", Buffer.concat([packed, Buffer.from("more")])],
  ["hides a stream behind zeros", Buffer.concat([packed, new Uint8Array(9), packed])],
  ["has a wrong check sum", Buffer.from(packed).fill(1, packed.length - 8, packed.length - 4)],
  ["has a wrong size", Buffer.from(packed).fill(1, packed.length - 4)],
  ["is packed otherwise", Buffer.from(packed).fill(7, 2, 3)],
])("a file that %s is not read to its end", async (_, bytes) => {
  await expect(unpackedOf(bytes)).rejects.toBeInstanceOf(ArchiveDamage);
});

test("a file that was cut off anywhere is not read as if it were whole", async () => {
  for (let end = 0; end < packed.length; end += 1)
    await expect(unpackedOf(packed.subarray(0, end))).rejects.toBeInstanceOf(ArchiveDamage);
});

test("what follows a string in a text is no part of it", async () => {
  expect(await unpackedOf(Buffer.concat([packed, Buffer.from("more")]), 5, true)).toBe("one ");
});
