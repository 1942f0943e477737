import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { SecretScan } from "../../../../shared/secrets/secret-scan.ts";
import { drawn } from "../drawn-text.ts";

const version = [0x02, 0x01, 0x03];
const dataContent = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
const body = Array.from({ length: 200 }, (_, at) => (at * 31) % 256);
const java = (mark: number, ...words: number[]) => {
  const head = Buffer.alloc(4 + 4 * words.length);
  [mark, ...words].forEach((word, at) => head.writeUInt32BE(word, 4 * at));
  return [...head, ...body];
};

async function found(path: string, ...chunks: readonly (readonly number[])[]) {
  const scan = new SecretScan(path);
  for (const chunk of chunks) await scan.push(Uint8Array.from(chunk));
  return scan.end();
}

const pkcs12 = [0x30, 0x82, 0x0a, 0x20, ...version, 0x30, 0x82, 0x09, 0x80, ...dataContent];

const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const curve = generateKeyPairSync("ec", { namedCurve: "P-256" });
const edwards = generateKeyPairSync("ed25519");
const locked = { cipher: "aes-256-cbc", passphrase: drawn(12) } as const;

const keys: [what: string, key: Buffer][] = [
  ["PKCS#8 of RSA", rsa.privateKey.export({ type: "pkcs8", format: "der" })],
  ["PKCS#1", rsa.privateKey.export({ type: "pkcs1", format: "der" })],
  ["PKCS#8 of a curve", curve.privateKey.export({ type: "pkcs8", format: "der" })],
  ["SEC 1", curve.privateKey.export({ type: "sec1", format: "der" })],
  ["PKCS#8 of Curve25519", edwards.privateKey.export({ type: "pkcs8", format: "der" })],
];

test.each(keys)("a private key is an error whatever its file is called: %s", async (_, key) => {
  expect(await found("config/data", [...key])).toMatchObject([
    { errorId: "private-key", severity: "error", file: "config/data", line: 1 },
  ]);
});

test("an encrypted key is a warning, as its password is left to guess", async () => {
  const key = rsa.privateKey.export({ type: "pkcs8", format: "der", ...locked });
  expect(await found("a.der", [...key])).toMatchObject([
    { errorId: "encrypted-private-key", severity: "warning" },
  ]);
});

test("another key in the same place is another finding", async () => {
  const [one, other] = await Promise.all(
    keys
      .slice(0, 1)
      .concat(keys.slice(2, 3))
      .map(([, key]) => found("a.key", [...key])),
  );
  expect(one?.[0]?.fingerprint).not.toBe(other?.[0]?.fingerprint);
});

test.each<[string, string, number[]]>([
  ["private-key", "error", [...(keys[0]?.[1] ?? [])]],
  ["private-key", "error", [...(keys[4]?.[1] ?? [])]],
  ["pkcs12-key-store", "warning", [...pkcs12, ...body]],
])("a %s in base64 is seen where its string starts, as %s", async (errorId, severity, bytes) => {
  const encoded = Buffer.from(bytes).toString("base64");
  const wrapped = encoded.replace(/.{64}/g, "$&\n");
  for (const [text, column] of [
    [`first\n  data: ${encoded}\n`, 9],
    [`first\n"${drawn(50)}", "${encoded}"`, 56],
    [`first\nKEY="${wrapped}"`, 6],
  ] as const) {
    expect(await found("a.yaml", [...Buffer.from(text)])).toMatchObject([
      { errorId, severity, line: 2, column },
    ]);
  }
});

test("a key between lines that say so is found once", async () => {
  for (const { privateKey } of [rsa, curve, edwards]) {
    const text = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    expect(await found("a.pem", [...Buffer.from(text)])).toMatchObject([
      { errorId: "private-key", line: 2, column: 1 },
    ]);
  }
});

test.each([
  ["pkcs12-key-store", "PKCS#12 with lengths of two bytes", pkcs12],
  ["pkcs12-key-store", "a short one", [0x30, 0x7f, ...version, 0x30, 0x70, ...dataContent]],
  ["pkcs12-key-store", "one without lengths", [0x30, 0x80, ...version, 0x30, 0x80, ...dataContent]],
  [
    "pkcs12-key-store",
    "a large one",
    [0x30, 0x83, 1, 0, 0, ...version, 0x30, 0x84, 0, 0, 0xf0, 0, ...dataContent],
  ],
  ["java-key-store", "one of Java", java(0xfeedfeed, 2, 1)],
  ["java-key-store", "an old one of Java", java(0xfeedfeed, 1, 3)],
  ["java-key-store", "one of Java's cryptography extension", java(0xcececece, 2, 1)],
])("a %s is seen whatever it is called: %s", async (id, _, bytes) => {
  expect(await found("scripts/data", [...bytes, ...body])).toEqual([
    expect.objectContaining({
      ruleId: "no-secrets-in-files",
      errorId: id,
      severity: "warning",
      message: expect.stringMatching(/^A key store \((PKCS#12|Java)\) is in the package; /),
      file: "scripts/data",
      line: 1,
    }),
  ]);
});

test("a key store is seen in whatever pieces it comes", async () => {
  const bytes = [...pkcs12, ...body];
  expect(await found("a.pfx", ...bytes.map((byte) => [byte]))).toHaveLength(1);
});

test.each([
  ["nothing", []],
  ["a public key", [...rsa.publicKey.export({ type: "spki", format: "der" })]],
  ["a public key of RSA alone", [...rsa.publicKey.export({ type: "pkcs1", format: "der" })]],
  ["the start of a key", [...rsa.privateKey.export({ type: "pkcs8", format: "der" })].slice(0, 9)],
  ["a sequence of small numbers", [0x30, 9, 2, 1, 0, 2, 1, 1, 2, 1, 2]],
  ["text", [...Buffer.from("0 is a digit")]],
  ["a key store behind something else", [0, ...pkcs12]],
  ["a certificate", [0x30, 0x82, 0x03, 0x10, 0x30, 0x82, 0x02, 0x00, ...dataContent]],
  ["signed data", [0x30, 0x82, 0x03, 0x10, ...dataContent]],
  ["a key of version 0", [0x30, 0x82, 0x04, 0xa0, 0x02, 0x01, 0x00, 0x30, 0x0d, ...dataContent]],
  ["the start of a key store", pkcs12.slice(0, 12)],
  ["a program of a Mac", java(0xfeedface, 2, 1)],
  ["Java's mark in front of something else", java(0xfeedfeed, 0xfeedfeed, 0xfeedfeed)],
  ["a store of Java that is empty", java(0xcececece, 2, 0)],
  ["Java's mark alone", [0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2]],
])("%s is no key store", async (_, bytes) => {
  expect(await found("a.p12", bytes)).toEqual([]);
});

test("other secrets of the same file are reported beside it", async () => {
  const secret = Buffer.from(`\0ghp${"_"}${drawn(36)}\0`);
  expect(
    (await found("a.jks", java(0xfeedfeed, 2, 1), [...secret])).map((it) => it.errorId),
  ).toEqual(["java-key-store", "github-token"]);
});
