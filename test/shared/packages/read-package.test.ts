import { expect, test } from "vitest";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { defaultPackageLimits } from "../../../shared/packages/reading/package-limits.ts";
import { rawZip, type RawEntry } from "../support/raw-zip.ts";
import { writePackage } from "../../../shared/packages/write-package.ts";

const text = (content: string) => new TextEncoder().encode(content);

async function rulesAgainst(bytes: Uint8Array, limits = defaultPackageLimits) {
  const reading = await readPackage(bytes, { limits });
  return reading.ok ? [] : reading.findings.map(({ ruleId }) => ruleId);
}

test("an ordinary zip is unpacked with the sums of its files, folders left out", async () => {
  const bytes = rawZip([
    { name: "scripts/", method: 0, mode: 0o040755 },
    { name: "scripts/a.sh", data: text("abc") },
  ]);
  const reading = await readPackage(bytes);
  expect(reading).toMatchObject({
    ok: true,
    package: {
      size: bytes.length,
      files: [
        {
          path: "scripts/a.sh",
          size: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          bytes: text("abc"),
        },
      ],
    },
  });
});

test.each([
  ["../a"],
  ["/a"],
  ["a/../../b"],
  ["..\\a"],
  ["C:/a"],
  ["a\u0000b"],
  ["a\u202Eb"],
  ["con.json"],
  ["a/NUL"],
  ["a//b"],
  ["./a"],
  ["a. "],
  ["a?b"],
  ["x".repeat(300)],
])("a name like %j is refused", async (name) => {
  expect(await rulesAgainst(rawZip([{ name, data: text("x") }]))).toEqual([
    "package-names-are-safe",
  ]);
});

test.each([
  ["a.txt", "A.TXT", "letter case"],
  ["dir/a", "DIR/a", "letter case"],
  ["a", "a/b", "a folder of that name"],
  ["e\u0301", "\u00e9", "letter case"],
])("%j and %j cannot be in one package", async (one, other, why) => {
  const reading = await readPackage(
    rawZip([
      { name: one, data: text("1") },
      { name: other, data: text("2") },
    ]),
  );
  expect(reading).toMatchObject({ ok: false, findings: [{ ruleId: "package-names-are-unique" }] });
  if (!reading.ok) expect(reading.findings[0]?.message).toContain(why);
});

test.each<[string, RawEntry[], string]>([
  ["the same name twice", [{ name: "a" }, { name: "a" }], "package-is-readable"],
  [
    "a symbolic link",
    [{ name: "a", data: text("/etc/passwd"), mode: 0o120777 }],
    "package-has-plain-files-only",
  ],
  ["a device", [{ name: "a", mode: 0o020644 }], "package-has-plain-files-only"],
  ["an encrypted entry", [{ name: "a", data: text("x"), flags: 1 }], "package-is-not-encrypted"],
  [
    "a method other than deflate",
    [{ name: "a", data: text("x"), method: 12 }],
    "package-is-readable",
  ],
  ["a wrong check sum", [{ name: "a", data: text("x"), crc: 1 }], "package-is-readable"],
  ["a size that is too small", [{ name: "a", data: text("xyz"), size: 1 }], "package-is-readable"],
  ["a size that is too large", [{ name: "a", data: text("xyz"), size: 9 }], "package-is-readable"],
  [
    "a local name of its own",
    [{ name: "a", localName: "b", data: text("x") }],
    "package-is-readable",
  ],
  [
    "overlapping entries",
    [
      { name: "a", data: text("x") },
      { name: "b", localName: "a", data: text("x"), offset: 0 },
    ],
    "package-is-readable",
  ],
])("an archive with %s is refused", async (_, entries, rule) => {
  expect(await rulesAgainst(rawZip(entries))).toEqual([rule]);
});

test("what is no zip, cut off or followed by more is refused with words for it", async () => {
  const zip = rawZip([{ name: "a", data: text("x") }]);
  const tailed = rawZip([{ name: "a", data: text("x") }], text("more"));
  for (const bytes of [text("no zip"), zip.subarray(0, zip.length - 9), tailed, new Uint8Array()]) {
    const reading = await readPackage(bytes);
    expect(reading).toMatchObject({
      ok: false,
      findings: [{ ruleId: "package-is-readable", whose: "content" }],
    });
  }
});

test("an honest bomb is refused by its ratio before it is unpacked", async () => {
  const bomb = rawZip([{ name: "zeros", data: new Uint8Array(20 * 1024 * 1024) }]);
  expect(await rulesAgainst(bomb)).toContain("package-is-within-limits");
});

test("a bomb that lies about its size is stopped at the first surplus byte", async () => {
  const data = new Uint8Array(4 * 1024 * 1024);
  const rules = await rulesAgainst(rawZip([{ name: "zeros", data, size: 10 }]));
  expect(rules).toHaveLength(1);
});

test("sizes and counts are limited before anything is unpacked", async () => {
  const zip = rawZip([
    { name: "a", data: text("abc") },
    { name: "b", data: text("abc") },
  ]);
  const narrow = (limit: object) => rulesAgainst(zip, { ...defaultPackageLimits, ...limit });
  expect(await narrow({ entries: 1 })).toEqual(["package-is-within-limits"]);
  expect(await narrow({ totalBytes: 5 })).toEqual(["package-is-within-limits"]);
  expect(await narrow({ entryBytes: 2 })).toHaveLength(2);
  expect(await narrow({ zipBytes: 20 })).toEqual(["package-is-within-limits"]);
  expect(await narrow({ entries: 2, totalBytes: 6, entryBytes: 3 })).toEqual([]);
});

test("a package that is too large is not even fetched", async () => {
  const source = { size: 2 ** 40, read: () => Promise.reject(new Error("was fetched")) };
  expect(await readPackage(source)).toMatchObject({ ok: false });
});

test("everything that is wrong with the names is said at once", async () => {
  const names = ["../a", "con", "b?"].map((name) => ({ name, data: text("x") }));
  expect(await rulesAgainst(rawZip(names))).toHaveLength(3);
});

test("what we write we read back", async () => {
  const files = [
    { path: "b/ü.json", bytes: text("{}") },
    { path: "a.bin", bytes: new Uint8Array(5000) },
  ];
  const { bytes, sha256 } = await writePackage(files);
  const reading = await readPackage(bytes);
  expect(reading).toMatchObject({
    ok: true,
    package: { sha256, size: bytes.length },
  });
  if (reading.ok) {
    const seen = reading.package.files.map(({ path, size }) => [path, size]);
    expect(seen).toEqual([
      ["a.bin", 5000],
      ["b/ü.json", 2],
    ]);
  }
});

test("a package with any one byte changed is taken or refused, and never a crash", async () => {
  const files = [{ path: "scripts/a.sh", bytes: text("echo a, echo b, echo a") }];
  const { bytes } = await writePackage(files);
  for (let at = 0; at < bytes.length; at += 1) {
    for (const change of [0x01, 0x80, 0xff]) {
      const changed = bytes.slice();
      changed[at]! ^= change;
      const reading = await readPackage(changed);
      if (!reading.ok) expect(reading.findings[0]?.whose).toBe("content");
    }
  }
});
