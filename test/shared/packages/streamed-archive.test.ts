import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { ArchiveDamage } from "../../../shared/packages/reading/archive/archive-damage.ts";
import { streamedArchive } from "../../../shared/packages/reading/streamed/streamed-archive.ts";
import { rawZip, type RawEntry } from "../support/raw-zip.ts";
import { byLibrary, hex, type Contents } from "./library-contents.ts";

/** Comes in pieces of this many bytes. */
async function* cut(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function byStream(zip: Uint8Array, size = 7): Promise<Contents> {
  const contents: Contents = {};
  for await (const { path, bytes } of streamedArchive(cut(zip, size))) {
    const parts: Uint8Array[] = [];
    for await (const chunk of bytes) parts.push(chunk);
    if (!path.endsWith("/")) contents[path] = hex(Buffer.concat(parts));
  }
  return contents;
}

const file = fc.record({
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.nat(70_000).map((length) => new Uint8Array(length).fill(7)),
  ),
  level: fc.constantFrom(0, 1, 9),
  zip64: fc.boolean(),
  dataDescriptor: fc.boolean(),
  dataDescriptorSignature: fc.boolean(),
});
type WrittenFile = typeof file extends fc.Arbitrary<infer T> ? T : never;

async function written(files: WrittenFile[]): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await writer.add("folder/", undefined, { directory: true });
  for (const [at, { bytes, level, ...options }] of files.entries()) {
    // Where nothing is packed and nothing marks the end, nobody finds it.
    const isOpenEnded = level === 0 && !options.dataDescriptorSignature;
    const dataDescriptor = options.dataDescriptor && !isOpenEnded;
    await writer.add(`f${at}`, new Uint8ArrayReader(bytes), { ...options, level, dataDescriptor });
  }
  return writer.close();
}

test("an archive that passes by holds what it holds in memory, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 4 }),
      fc.integer({ min: 1, max: 4000 }),
      async (files, size) => {
        const zip = await written(files);
        expect(await byStream(zip, size)).toEqual(await byLibrary(zip));
      },
    ),
    { numRuns: 150 },
  );
});

test("whatever comes out of a spoiled archive, a strict library reads the same", async () => {
  const { bytes: zip } = await writePackage([
    { path: "b.txt", bytes: Buffer.from("a text, and a text again") },
    { path: "c/d.bin", bytes: Buffer.from([0, 1, 2, 255]) },
  ]);
  const change = fc.record({ at: fc.nat(zip.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
      const spoiled = new Uint8Array(zip);
      for (const { at, to } of changes) spoiled[at] = to;
      const ours = await byStream(spoiled, 5000).catch((error: unknown) => error);
      if (ours instanceof Error) expect(ours).toBeInstanceOf(ArchiveDamage);
      else
        expect(Object.values(ours as Contents)).toEqual(
          Object.values((await byLibrary(zip)) ?? {}),
        );
    }),
    { numRuns: 600 },
  );
});

const plain: RawEntry = { name: "a", data: Buffer.from("a text, and a text again") };
const hidden = Buffer.from(rawZip([{ name: "h", method: 0, data: Buffer.from("x") }])).subarray(
  0,
  32,
);

test.each<[string, Uint8Array]>([
  ["has a file that its directory does not list", rawZip([plain, { name: "b", before: hidden }])],
  [
    "has something else between its files",
    rawZip([plain, { name: "b", before: Buffer.from("?") }]),
  ],
  ["lists another name", rawZip([{ ...plain, localName: "b" }])],
  ["lists another sum", rawZip([{ ...plain, crc: 1 }])],
  ["lists another size", rawZip([{ ...plain, size: 3 }])],
  ["lists a file twice", rawZip([plain, { ...plain, name: "b", offset: 0 }])],
  ["is encrypted", rawZip([{ ...plain, flags: 1 }])],
  [
    "does not tell the size of what is stored",
    Buffer.from(rawZip([{ ...plain, method: 0, flags: 8 }])).fill(0, 18, 26),
  ],
  ["is packed otherwise", rawZip([{ ...plain, method: 12 }])],
  ["goes on behind its end", rawZip([plain], Buffer.from("more"))],
  ["does not end what is packed", rawZip([{ ...plain, packed: Buffer.from([0x4a, 0x4c]) }])],
  ["is no archive", Buffer.from("neither this nor that")],
  ["has nothing in it", new Uint8Array()],
])("what %s is not read as if nothing were", async (_, zip) => {
  await expect(byStream(zip)).rejects.toBeInstanceOf(ArchiveDamage);
});

test("an empty folder may have a descriptor, as some programs write it", async () => {
  const none = Buffer.alloc(16);
  none.write("PK\x07\x08");
  const zip = rawZip([{ name: "folder/", method: 0, flags: 8, after: none }, plain]);
  expect(Object.keys(await byStream(zip))).toEqual(["a"]);
});

/** What could be a descriptor of so many bytes before it, by its sizes. */
function lookalike(size: number): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.write("PK\x07\x08");
  bytes.writeUInt32LE(size, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

test.each([0, 10, 100_000])(
  "what is stored may end in a descriptor, with %i bytes before what looks like one",
  async (length) => {
    const data = Buffer.concat([Buffer.alloc(length, 7), lookalike(length), Buffer.from("more")]);
    const zip = rawZip([{ name: "s", method: 0, data, isDescribed: true }, plain]);
    expect(await byStream(zip, 4000)).toEqual({ s: hex(data), a: hex(plain.data ?? data) });
  },
);

test("what consists of descriptors is not tried for long", async () => {
  const data = Buffer.concat(Array.from({ length: 200 }, (_, at) => lookalike(16 * at)));
  const zip = rawZip([{ name: "s", method: 0, data, isDescribed: true }]);
  await expect(byStream(zip)).rejects.toThrow(/two programs/);
});

test("more files than a package may have can be in an archive", async () => {
  const files = Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, method: 0 }));
  expect(Object.keys(await byStream(rawZip(files), 100_000))).toHaveLength(10_001);
}, 20_000);

test("what is kept of a file does not keep the piece it came in", async () => {
  for await (const { seen } of streamedArchive(cut(rawZip([plain]), 1000)))
    expect(seen.nameBytes.buffer.byteLength).toBe(1);
});

test("an archive that was cut off is not read as if nothing were", async () => {
  const zip = rawZip([plain, { name: "b", method: 0, data: Buffer.from("stored") }]);
  for (let end = 0; end < zip.length; end += 1)
    await expect(byStream(zip.subarray(0, end))).rejects.toBeInstanceOf(ArchiveDamage);
});

test("what nobody reads of a file is passed over", async () => {
  const paths: string[] = [];
  for await (const { path, bytes } of streamedArchive(cut(rawZip([plain, { name: "b" }]), 9))) {
    paths.push(path);
    if (path === "a") await bytes[Symbol.asyncIterator]().next();
  }
  expect(paths).toEqual(["a", "b"]);
});
