import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readPackage, type Look } from "../../../../shared/packages/read-package.ts";
import { NestedArchives } from "../../../../shared/packages/reading/nested/nested-archives.ts";
import { defaultPackageLimits } from "../../../../shared/packages/reading/package-limits.ts";
import { rawZip, type RawEntry } from "../../support/raw-zip.ts";

const mebibyte = 1024 * 1024;
const text = (content: string) => new TextEncoder().encode(content);
const inside = (name: string, entries: RawEntry[]): RawEntry => ({
  name,
  method: 0,
  data: rawZip(entries),
});

async function rulesAgainst(zip: Uint8Array, limit = {}, look?: Look) {
  const limits = { ...defaultPackageLimits, ...limit };
  const reading = await readPackage(zip, { limits, ...(look && { look }) });
  return reading.ok ? [] : reading.findings.map(({ ruleId }) => ruleId);
}

const filler: RawEntry = { name: "f", method: 0, data: randomBytes(9 * mebibyte) };

test.each([
  ["small", []],
  ["large", [filler]],
])("files in %s archives have a limit of their own", async (_, more) => {
  const three = ["a", "b", "c"].map((name) => ({ name, data: text(name) }));
  const zip = rawZip([inside("one.zip", [...more, ...three]), inside("two.zip", three)]);
  const count = more.length + 6;
  expect(await rulesAgainst(zip, { entries: 2, nestedEntries: count })).toEqual([]);
  expect(await rulesAgainst(zip, { nestedEntries: count - 1 })).toEqual([
    "package-is-within-limits",
  ]);
});

test("a large archive is held to a ratio as a whole, too", async () => {
  const zeros = Array.from({ length: 20 }, (_, at) => ({
    name: `z${at}`,
    data: new Uint8Array(mebibyte - 1),
  }));
  const zip = rawZip([inside("a.zip", [filler, ...zeros])]);
  expect(await rulesAgainst(zip)).toEqual([]);
  expect(await rulesAgainst(zip, { ratio: 2 })).toEqual(["package-is-within-limits"]);
});

test("what archives in an archive unpack to counts as its own", async () => {
  const noise = { name: "r", method: 0, data: randomBytes(mebibyte / 2) };
  const half = { name: "h", data: new Uint8Array(mebibyte) };
  // Twice the size at each level, and so four times in all.
  const inner = rawZip([noise, { ...half, data: half.data.subarray(mebibyte / 2) }]);
  const outer = rawZip([
    { name: "i.zip", data: inner },
    { ...half, data: new Uint8Array(mebibyte / 2) },
  ]);
  const zip = rawZip([{ name: "o.zip", method: 0, data: outer }]);
  expect(await rulesAgainst(zip, { ratio: 4 })).toEqual([]);
  expect(await rulesAgainst(zip, { ratio: 2.5 })).toEqual(["package-is-within-limits"]);
});

test("who looks at a small archive that cannot be taken sees nothing of it", async () => {
  const bomb = inside("a.zip", [{ name: "z", data: new Uint8Array(9 * mebibyte) }]);
  let seen = 0;
  const rules = await rulesAgainst(rawZip([bomb]), {}, async (members) => {
    for await (const { bytes } of members) for await (const chunk of bytes) seen += chunk.length;
  });
  expect(rules).toEqual(["package-is-within-limits"]);
  expect(seen).toBe(0);
});

test("an archive in the room of a longer one is read as itself", async () => {
  const long = inside("one.zip", [{ name: "a", method: 0, data: randomBytes(5000) }]);
  const deep = inside("two.zip", [inside("b.zip", [{ name: "b", data: text("x"), flags: 1 }])]);
  expect(
    await rulesAgainst(rawZip([long, long].map((entry, at) => ({ ...entry, name: `${at}.zip` })))),
  ).toEqual([]);
  expect(await rulesAgainst(rawZip([long, deep]))).toEqual(["package-is-not-encrypted"]);
});

test("archives are held in one room for each depth, however many they are", () => {
  const archives = new NestedArchives(defaultPackageLimits, []);
  expect(archives.room(1)).toBe(archives.room(1));
  expect(archives.room(2)).not.toBe(archives.room(1));
});

test("an archive inside is looked into whatever its own header says", async () => {
  const encrypted = rawZip([{ name: "e", data: text("x"), flags: 1 }]);
  const outer = inside("a.zip", [{ name: "b.zip", localName: "c.zip", data: encrypted }]);
  expect(await rulesAgainst(rawZip([outer]))).toEqual(["package-is-not-encrypted"]);
});
