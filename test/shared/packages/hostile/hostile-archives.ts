import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { rawZip, type RawEntry } from "../../support/raw-zip.ts";
import { twoFaced } from "./two-faced.ts";

/** An archive that must not be taken, and the rule that says so. */
export interface HostileArchive {
  name: string;
  rule: string;
  bytes: Uint8Array;
}

const mebibyte = 1024 * 1024;
const text = (content: string) => new TextEncoder().encode(content);
const one = (entry: Partial<RawEntry>) => rawZip([{ name: "a", data: text("x"), ...entry }]);
const two = (first: Partial<RawEntry>, second: Partial<RawEntry>) =>
  rawZip([
    { name: "a", data: text("1"), ...first },
    { name: "b", data: text("2"), ...second },
  ]);
const zeros = (count: number) => new Uint8Array(count);
const concat = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Changes one of the numbers at the archive's end. */
function endRecord(zip: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Buffer.from(zip);
  changed.writeUInt16LE(value, zip.length - 22 + at);
  return new Uint8Array(changed);
}

async function encryptedZip(): Promise<Uint8Array> {
  const options = { password: "a password", encryptionStrength: 3, useWebWorkers: false } as const;
  const writer = new ZipWriter(new Uint8ArrayWriter(), options);
  await writer.add("a", new TextReader("text"));
  return writer.close();
}

const nested = (depth: number): Uint8Array =>
  depth === 0 ? text("x") : rawZip([{ name: "inner.zip", data: nested(depth - 1) }]);

/** A kernel of packed zeros that a thousand entries share. */
function overlapping(): Uint8Array {
  const data = zeros(mebibyte);
  const first = { name: "0", data };
  const rest = Array.from({ length: 1000 }, (_, at) => ({ name: `${at + 1}`, data, offset: 0 }));
  return rawZip([first, ...rest]);
}

const inNames: readonly (readonly [string, string])[] = [
  ["that climbs out", "../a"],
  ["that climbs out in the middle", "a/../../b"],
  ["from the root", "/abs"],
  ["with backslashes", "..\\a"],
  ["with a drive", "C:/a"],
  ["with a NUL", "a\u0000b"],
  ["with a control character", "a\u0007b"],
  ["that reads backwards", "a\u202Egpj.exe"],
  ["that Windows reserves", "scripts/con.json"],
  ["that is too long", `${"x".repeat(300)}.json`],
  ["of very many folders", `${"a/".repeat(32_000)}a`],
];

const inEntries: readonly (readonly [string, string, Uint8Array])[] = [
  ["a symbolic link", "package-has-plain-files-only", one({ mode: 0o120777 })],
  ["a device", "package-has-plain-files-only", one({ mode: 0o020644 })],
  [
    "names that differ by case",
    "package-names-are-unique",
    two({ name: "a.txt" }, { name: "A.TXT" }),
  ],
  ["a file and a folder of one name", "package-names-are-unique", two({}, { name: "a/b" })],
  [
    "names that differ by composition",
    "package-names-are-unique",
    two({ name: "e\u0301" }, { name: "\u00e9" }),
  ],
  ["one name twice", "package-is-readable", two({}, { name: "a" })],
  ["a flag for encryption", "package-is-not-encrypted", one({ flags: 1 })],
  ["a size far too small", "package-is-readable", one({ data: zeros(200 * mebibyte), size: 10 })],
  [
    "a size too small in a stream",
    "package-is-readable",
    one({ data: randomBytes(20 * mebibyte), size: 9 * mebibyte }),
  ],
  ["a size too large", "package-is-readable", one({ size: 1000 })],
  ["a wrong check sum", "package-is-readable", one({ crc: 1 })],
  ["overlapping entries", "package-is-readable", two({}, { localName: "a", offset: 0 })],
  ["another name in the data", "package-is-readable", one({ localName: "b" })],
  ["another method in the data", "package-is-readable", one({ localMethod: 0 })],
  ["another size in the data", "package-is-readable", one({ localSize: 7 })],
  ["a method Azure cannot unpack", "package-is-readable", one({ method: 12 })],
  ["a file between the files", "package-is-readable", two({ after: rawZip([{ name: "c" }]) }, {})],
  ["a file after the files", "package-is-readable", two({}, { after: rawZip([{ name: "c" }]) })],
  [
    "something after the packed data",
    "package-is-readable",
    one({ packed: concat(deflateRawSync(text("x")), text("more")) }),
  ],
  [
    "packed data cut off",
    "package-is-readable",
    one({ packed: deflateRawSync(text("x".repeat(99))).subarray(0, 3) }),
  ],
  [
    "a flag for a descriptor that is not there",
    "package-is-readable",
    two({ flags: 8, after: text("123456789012") }, {}),
  ],
];

const inWhole: readonly (readonly [string, string, Uint8Array])[] = [
  ["something after its end", "package-is-readable", rawZip([{ name: "a" }], text("more"))],
  ["something before its start", "package-is-readable", concat(text("#!/bin/sh\n"), one({}))],
  ["a program before its files", "package-is-readable", one({ before: text("MZ program") })],
  ["a wrong count of files", "package-is-readable", endRecord(endRecord(two({}, {}), 8, 1), 10, 1)],
  ["a part of itself only", "package-is-readable", one({}).subarray(0, 40)],
  ["nothing in it at all", "package-is-readable", new Uint8Array()],
  ["text for bytes", "package-is-readable", text("no zip at all, only text that goes on a little")],
];

/** More than is held of an archive within an archive. */
const filler = (): RawEntry => ({ name: "f", method: 0, data: randomBytes(17 * mebibyte) });
const large = (data: Uint8Array) => rawZip([{ name: "a.zip", method: 0, data }]);

const inLarge: readonly (readonly [string, string, RawEntry])[] = [
  ["a bomb", "package-is-within-limits", { name: "z", data: zeros(100 * mebibyte) }],
  ["a password", "package-is-not-encrypted", { name: "z", flags: 1, data: text("x") }],
  ["an archive five deep", "package-is-within-limits", { name: "z.zip", data: nested(5) }],
];

/** Each too small for its ratio to say something. */
const smallFiles = (count: number): RawEntry[] =>
  Array.from({ length: count }, (_, at) => ({ name: `f${at}`, data: zeros(mebibyte - 1) }));

const inSize = (): readonly (readonly [string, string, Uint8Array])[] => [
  ["200 MB of zeros", "package-is-within-limits", one({ data: zeros(200 * mebibyte) })],
  ["a thousand files over one another", "package-is-within-limits", overlapping()],
  [
    "20,000 files",
    "package-is-within-limits",
    rawZip(Array.from({ length: 20_000 }, (_, at) => ({ name: `f${at}`, method: 0 }))),
  ],
  [
    "a JSON file of 20 MB",
    "package-is-within-limits",
    one({ name: "a.json", method: 0, data: new Uint8Array(20 * mebibyte).fill(0x20) }),
  ],
  ["archives five deep", "package-is-within-limits", nested(6)],
  [
    "a bomb in an archive",
    "package-is-within-limits",
    one({ name: "a.zip", method: 0, data: rawZip([{ name: "z", data: zeros(100 * mebibyte) }]) }),
  ],
  [
    "a bomb of many files in an archive",
    "package-is-within-limits",
    one({ name: "a.zip", method: 0, data: rawZip(smallFiles(20)) }),
  ],
  [
    "a password on an archive inside",
    "package-is-not-encrypted",
    one({ name: "a.jar", data: one({ flags: 1 }) }),
  ],
  ...inLarge.map(
    ([what, rule, entry]) =>
      [`${what} in a large archive inside`, rule, large(rawZip([filler(), entry]))] as const,
  ),
  [
    "large archives five deep",
    "package-is-within-limits",
    [1, 2, 3, 4].reduce(large, rawZip([filler()])),
  ],
];

/** Archives as nobody builds them who means well. */
export async function hostileArchives(): Promise<HostileArchive[]> {
  const named = ([name, rule, bytes]: readonly [string, string, Uint8Array]) => ({
    name,
    rule,
    bytes,
  });
  return [
    ...inNames.map(([what, name]) => ({
      name: `a name ${what}`,
      rule: "package-names-are-safe",
      bytes: one({ name }),
    })),
    ...twoFaced.map(([name, bytes]) => ({ name, rule: "package-is-readable", bytes })),
    ...[...inEntries, ...inWhole, ...inSize()].map(named),
    { name: "a password", rule: "package-is-not-encrypted", bytes: await encryptedZip() },
  ];
}
