import fc from "fast-check";
import { expect, test } from "vitest";
import { gathered } from "../../../shared/packages/chunks.ts";
import { inMemory } from "../../../shared/packages/byte-source.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { unpackedFiles } from "../../../shared/packages/unpacked-files.ts";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { rawZip } from "../support/raw-zip.ts";
import { byLibrary, hex, type Contents } from "./library-contents.ts";

async function byUs(zip: Uint8Array): Promise<Contents | undefined> {
  const contents: Contents = {};
  const reading = await readPackage(zip, {
    look: async (members) => {
      for await (const { path, size, bytes } of members)
        contents[path] = hex(await gathered(bytes, size));
    },
  });
  return reading.ok ? contents : undefined;
}

const streamed = (
  await writePackage([
    { path: "b.txt", bytes: Buffer.from("a text, and a text again") },
    { path: "c/d.bin", bytes: Buffer.from([0, 1, 2, 255]) },
  ])
).bytes;
const plain = rawZip([
  { name: "b.txt", data: Buffer.from("a text, and a text again") },
  { name: "e", method: 0, data: Buffer.from("stored") },
]);

test.each([
  ["with sums behind the data", streamed],
  ["with sums before the data", plain],
])(
  "whatever we accept of a spoiled archive %s, a strict library reads the same",
  async (_, zip) => {
    expect(await byUs(zip)).toEqual(await byLibrary(zip));
    const change = fc.record({ at: fc.nat(zip.length - 1), to: fc.nat(255) });
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const spoiled = new Uint8Array(zip);
        for (const { at, to } of changes) spoiled[at] = to;
        const ours = await byUs(spoiled);
        if (ours === undefined) return;
        accepted += 1;
        expect(await byLibrary(spoiled)).toEqual(ours);
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(0);
  },
);

test("a file can be read by itself, and again", async () => {
  const files = await unpackedFiles(inMemory(streamed));
  const contents = await byLibrary(streamed);
  for (const { path, open } of [...files, ...files])
    expect(hex(await gathered(open(), 100))).toBe(contents?.[path]);
});
