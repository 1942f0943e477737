import { expect, test } from "vitest";
import { readPackage } from "../../../../shared/packages/read-package.ts";
import { rawZip, unicodePath, type RawEntry } from "../../support/raw-zip.ts";

test("names that are too long are cut between characters, not within one", async () => {
  const reading = await readPackage(
    rawZip([{ name: `${"x".repeat(199)}${"\u{1F600}".repeat(99)}` }]),
  );
  const file = reading.ok ? undefined : reading.findings[0]?.file;
  expect(file).toBe(`${"x".repeat(199)}\u{1F600}…`);
});

test.each<[string, RawEntry, string[]]>([
  ["given again", { name: "a", extra: unicodePath("a", "a") }, ["a"]],
  [
    "given again in Unicode",
    { name: "b\u00e4", extra: unicodePath("b\u00e4", "b\u00f6") },
    ["b\u00f6"],
  ],
  ["of a folder that both systems mark", { name: "c/", mode: 0o040755, attributes: 0x10 }, []],
  ["of a folder that no system marks", { name: "d/", method: 0 }, []],
  ["of a folder that was packed", { name: "e/", mode: 0o040755 }, []],
])("a name %s is taken, as honest programs write it", async (_, entry, paths) => {
  const reading = await readPackage(rawZip([entry]));
  expect(reading.ok && reading.package.files.map(({ path }) => path)).toEqual(paths);
});
