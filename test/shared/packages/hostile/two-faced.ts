import { rawZip, unicodePath, type RawEntry } from "../../support/raw-zip.ts";

const content = new TextEncoder().encode("x");
const zip = (...entries: Partial<RawEntry>[]) =>
  rawZip(entries.map((entry) => ({ name: "a", data: content, ...entry })));
const named = (name: string, other: string, crcOf = name): Partial<RawEntry> => ({
  name,
  extra: unicodePath(crcOf, other),
});
const inDataOnly = (name: string, other: string): Partial<RawEntry> => ({
  name,
  localExtra: unicodePath(name, other),
});
const same = unicodePath("a", "a");

/** Archives in which two programs see different files, each by what they have. */
export const twoFaced: readonly (readonly [string, Uint8Array])[] = [
  ["another name in a field", zip(named("a", "b"))],
  ["two names that change places", zip(named("a", "b"), named("b", "a"))],
  ["a name that climbs out behind another", zip(named("../../a", "a"))],
  ["another name in a field in front of the data", zip(inDataOnly("a", "b"))],
  ["another name in letters of another alphabet", zip(inDataOnly("\u00e4", "\u00f6"))],
  ["another ending in a field", zip(named("\u00e4.sh", "\u00e4.txt"))],
  ["another folder in a field", zip(named("\u00e4/a", "\u00e4\u00e4"))],
  ["a field with a wrong sum", zip(named("\u00e4", "\u00f6", "b"))],
  ["a field too short for a name", zip({ extra: Uint8Array.of(0x75, 0x70, 1, 0, 1) })],
  ["two fields with names", zip({ extra: Buffer.concat([same, same]) })],
  ["one name under two others", zip(named("\u00e4", "\u00f6"), named("\u00e4", "\u00fc"))],
  ["a file that Unix takes for a folder", zip({ mode: 0o040755 })],
  ["a file that DOS takes for a folder", zip({ attributes: 0x10 })],
  ["a folder with a content", zip({ name: "a/" })],
  ["a folder with a content, marked as one", zip({ name: "a/", mode: 0o040755, attributes: 0x10 })],
];
