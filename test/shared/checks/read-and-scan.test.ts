import { expect, test } from "vitest";
import { EmbeddedScanner } from "../../../functions/adapters/malware/embedded-scanner.ts";
import { readAndScan } from "../../../shared/checks/read-and-scan.ts";
import type { MalwareScanner } from "../../../shared/malware/malware-scanner.ts";
import { builtInSignatures } from "../../../shared/malware/signatures/parse-signatures.ts";
import type { MalwareVerdict } from "../../../shared/malware/verdict.ts";
import type { ByteSource } from "../../../shared/packages/byte-source.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { sha256 } from "../../../shared/packages/sha256.ts";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { rawZip } from "../support/raw-zip.ts";

const embedded = new EmbeddedScanner(builtInSignatures());
const clean: Omit<MalwareVerdict, "sha256"> = {
  state: "clean",
  engine: "fake",
  signatureVersion: "1",
  names: [],
};
const looksElsewhere: MalwareScanner = {
  scan: ({ sha256: sum }) => Promise.resolve({ ...clean, sha256: sum }),
};
const looksAtTheFirst: MalwareScanner = {
  scan: async ({ sha256: sum, members }) => {
    for await (const { bytes } of members()) {
      for await (const chunk of bytes) if (chunk.length > 0) break;
      break;
    }
    return { ...clean, sha256: sum };
  },
};
const swallows: MalwareScanner = {
  scan: async ({ sha256: sum, members }) => {
    try {
      for await (const { bytes } of members()) for await (const chunk of bytes) void chunk.length;
    } catch {
      return { ...clean, sha256: sum };
    }
    return { ...clean, sha256: sum };
  },
};

const lines = Array.from({ length: 50_000 }, (_, at) => `line ${(at * 7919) % 50_021}\n`).join("");
/** Larger than what is held in memory, with something in the middle. */
const large = (inside: string) => Buffer.from(`${lines}${inside}${lines}`);
const key = `AccountKey=${Buffer.from("0123456789abcdef".repeat(4)).toString("base64")}`;
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(
  "",
);

const read = (zip: Uint8Array, scanner: MalwareScanner, sum: string) =>
  readAndScan((look) => readPackage(zip, { look }), { sha256: sum, scanner });

test("what is too large to be held is scanned for malware and for secrets as it passes", async () => {
  const { bytes, sha256: sum } = await writePackage([
    { path: "a/eicar.bin", bytes: large(eicar) },
    { path: "b/key.txt", bytes: large(`DefaultEndpointsProtocol=https;${key};\n`) },
  ]);
  const reading = await read(bytes, embedded, sum);
  if (!reading.ok) throw new Error("refused");
  expect(reading.package.files.map((file) => file.bytes)).toEqual([undefined, undefined]);
  expect(reading.package.malware).toContainEqual(
    expect.objectContaining({ ruleId: "package-is-free-of-malware", file: "a/eicar.bin" }),
  );
  expect(reading.package.secrets).toEqual([
    expect.objectContaining({ file: "b/key.txt", line: 50_001 }),
  ]);
});

test("small files are looked at for secrets like large ones, scripts and templates alike", async () => {
  const files = ["mainTemplate.json", "run.sh"].map((path) => ({ path, bytes: Buffer.from(key) }));
  const { bytes, sha256: sum } = await writePackage(files);
  const reading = await read(bytes, embedded, sum);
  if (!reading.ok) throw new Error("refused");
  expect(reading.package.files.map((file) => file.bytes?.length)).toEqual([key.length, key.length]);
  expect(reading.package.secrets).toMatchObject(
    files.map(({ path }) => ({ ruleId: "no-secrets-in-files", file: path, line: 1 })),
  );
});

test.each([
  ["looks elsewhere", looksElsewhere],
  ["sees enough in the first file", looksAtTheFirst],
])("whoever %s leaves the rest of the package to be read all the same", async (_, scanner) => {
  const files = ["a", "b", "c"].map((path) => ({ path, bytes: large(`${key}\n`) }));
  const { bytes, sha256: sum } = await writePackage(files);
  const reading = await read(bytes, scanner, sum);
  if (!reading.ok) throw new Error("refused");
  expect(reading.package.sha256).toBe(sum);
  expect(reading.package.files.map(({ size }) => size)).toEqual(files.map((it) => it.bytes.length));
  expect(reading.package.secrets.map(({ file }) => file)).toEqual(["a", "b", "c"]);
  expect(reading.package.malware).toEqual([]);
});

test("a package that turns out damaged is refused, whatever the scanner made of it", async () => {
  const zip = rawZip([
    { name: "a", data: large("") },
    { name: "b", data: large(""), crc: 1 },
  ]);
  expect(await read(zip, swallows, await sha256(zip))).toMatchObject({
    ok: false,
    findings: [{ ruleId: "package-is-readable" }],
  });
});

test("a fault of the storage stays one, whatever the scanner made of it", async () => {
  const zip = Buffer.from(rawZip([{ name: "a", method: 0, data: Buffer.alloc(9_000_000, lines) }]));
  const source: ByteSource = {
    size: zip.length,
    read: (offset, length) =>
      offset > 5_000_000 && offset < 8_000_000
        ? Promise.reject(new Error("storage is away"))
        : Promise.resolve(zip.subarray(offset, offset + length)),
  };
  await expect(
    readAndScan((look) => readPackage(source, { look }), { sha256: "", scanner: swallows }),
  ).rejects.toThrow("storage is away");
});

test("who looks at the storage is told where the package is", async () => {
  const { bytes, sha256: sum } = await writePackage([{ path: "a", bytes: large("") }]);
  const stored = { url: "https://storage.example/packages/a.zip", etag: '"1"' };
  const told: unknown[] = [];
  const scanner: MalwareScanner = {
    scan: ({ blob, sha256: asked }) => {
      told.push(blob);
      return Promise.resolve({ ...clean, sha256: asked });
    },
  };
  await readAndScan((look) => readPackage(bytes, { look }), { sha256: sum, scanner, stored });
  expect(told).toEqual([stored]);
});

test("a verdict about other bytes is not about these", async () => {
  const { bytes } = await writePackage([{ path: "a", bytes: large("") }]);
  const reading = await read(bytes, looksElsewhere, "0".repeat(64));
  if (!reading.ok) throw new Error("refused");
  expect(reading.package.malware).toMatchObject([{ ruleId: "malware-scan-has-run" }]);
});
