import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { heldFiles } from "../../../shared/packages/package-contents.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { SecretScan } from "../../../shared/secrets/secret-scan.ts";
import { base64, capitals, drawn } from "./drawn-text.ts";

const key = `${drawn(86, base64)}==`;
const secret = `AccountKey=${key}`;

async function check(path: string, content: string | Uint8Array) {
  const scan = new SecretScan(path);
  await scan.push(typeof content === "string" ? Buffer.from(content) : content);
  return scan.end();
}

test("a finding tells the exact place, and never the secret", async () => {
  const findings = await check("scripts/install.sh", `one\n  two ${secret}\n`);
  expect(findings).toMatchObject([
    {
      file: "scripts/install.sh",
      line: 2,
      column: 18,
      severity: "error",
      errorId: "azure-account-key",
    },
  ]);
  expect(JSON.stringify(findings)).not.toContain(key.slice(0, 4));
});

test.each(["id_rsa", "Dockerfile", "a.unknown", "mainTemplate.json", ".env", "a/b.PNG"])(
  "every file is looked at, %s too",
  async (path) => {
    expect(await check(path, secret)).toHaveLength(1);
  },
);

test.each([
  ["after a byte order mark", Buffer.from(`\ufeff${secret}`), 12],
  ["in two-byte characters", Buffer.from(`\ufeff${secret}`, "utf16le"), 12],
  ["in the other two-byte characters", Buffer.from(`\ufeff${secret}`, "utf16le").swap16(), 12],
  ["in two-byte characters without a mark", Buffer.from(secret, "utf16le"), 12],
  ["in the other ones without a mark", Buffer.from(secret, "utf16le").swap16(), 12],
  ["after characters of several bytes", Buffer.from(`äöü€ ${secret}`), 17],
  [
    "between bytes that are no text",
    Buffer.concat([Buffer.alloc(100), Buffer.from(secret), Buffer.alloc(100)]),
    112,
  ],
])("a secret is found %s", async (_, bytes, column) => {
  expect(await check("a.bin", bytes)).toMatchObject([{ line: 1, column }]);
});

test("a script that claims to have two bytes a character is read as what it is, too", async () => {
  for (const mark of [
    [0xff, 0xfe],
    [0xfe, 0xff],
  ]) {
    const script = Buffer.from(`#!/bin/sh\nexport CONNECTION="${secret}"\n`);
    const findings = await check("a.sh", Buffer.concat([Buffer.from(mark), script]));
    expect(findings).toMatchObject([{ errorId: "azure-account-key", line: 2 }]);
  }
});

test("another secret of the same kind in the same place is another finding", async () => {
  const fingerprints = await Promise.all(
    [0, 1].map(async (at) => {
      const [finding] = await check("a.sh", `key=AKIA${drawn(17, capitals).slice(at, at + 16)}\n`);
      return finding?.fingerprint;
    }),
  );
  expect(new Set(fingerprints).size).toBe(2);
});

test("a secret in base64 is found where its string starts", async () => {
  const script = `#!/bin/sh\naz storage --connection-string "${secret}"\n`;
  const falselyMarked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(script)]);
  for (const encoded of [script, Buffer.from(script, "utf16le"), falselyMarked]) {
    const text = `{\n  "customData": "${Buffer.from(encoded).toString("base64")}"\n}`;
    const findings = await check("mainTemplate.json", text);
    expect(findings).toMatchObject([
      { line: 2, column: 18, message: expect.stringContaining("encoded") },
    ]);
    expect(JSON.stringify(findings)).not.toContain(key.slice(0, 4));
  }
});

test("a secret in base64 is found behind other things in base64", async () => {
  const encoded = Buffer.from(`#!/bin/sh\n# ${"x".repeat(90)}\nexport A="${secret}"\n`).toString(
    "base64",
  );
  for (const length of [64, 65, 66, 67, 500]) {
    const text = `["${drawn(length)}",\n"${encoded}"]`;
    expect(await check("a.json", text)).toMatchObject([{ line: 2, column: 2 }]);
  }
});

test("a secret is found once, wherever in a large file it stands", async () => {
  const line = `${"x".repeat(79)}\n`;
  for (const lines of [0, 12_000, 12_690, 13_000, 13_107, 13_108, 26_000]) {
    const scan = new SecretScan("a.txt");
    const bytes = Buffer.from(`${line.repeat(lines)}   ${secret}\n${line.repeat(5000)}`);
    for (let at = 0; at < bytes.length; at += 60_000) {
      const chunk = bytes.slice(at, at + 60_000);
      await scan.push(chunk);
      // Whoever unpacks files uses the memory again.
      chunk.fill(0);
    }
    expect(await scan.end()).toMatchObject([{ line: lines + 1, column: 15 }]);
  }
});

test("a secret is found in one line that is larger than a window", async () => {
  for (const before of [1_048_500, 1_048_560, 2_100_000]) {
    expect(await check("a.txt", `${"x ".repeat(before / 2)}${secret}`)).toMatchObject([
      { line: 1, column: before + 12 },
    ]);
  }
});

test("padding costs little time", async () => {
  const scan = new SecretScan("a.bin");
  const start = performance.now();
  for (let at = 0; at < 100; at += 1) await scan.push(new Uint8Array(1024 * 1024));
  await scan.push(Buffer.from(secret));
  expect(await scan.end()).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5000);
});

test("packed bytes give no findings", async () => {
  expect(await check("a.gz", gzipSync(Buffer.from(drawn(200_000))))).toEqual([]);
});

test("a file full of secrets does not fill the report, and says that nobody looked further", async () => {
  const lines = Array.from({ length: 500 }, () => secret).join("\n");
  const findings = await check("a.txt", lines);
  expect(findings).toHaveLength(101);
  expect(findings.at(-1)).toMatchObject({ errorId: "file-full-of-secrets", severity: "error" });
  expect(findings.at(-1)).not.toHaveProperty("fingerprint");
});

test("guesses hide nothing that is sure", async () => {
  const guess = (at: number) => `password = "Ab3!x${1000 + at}Qz"\n`;
  const guesses = Array.from({ length: 60_000 }, (_, at) => guess(at)).join("");
  const findings = await check("a.sh", `${guesses}${secret}\n`);
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(findings).toHaveLength(101);
  expect(errors).toMatchObject([{ errorId: "azure-account-key", line: 60_001 }]);
});

test.each<[string, (key: string) => Uint8Array]>([
  ["lines", (key) => Buffer.from(`${key}\n`)],
  ["base64 lines", (key) => Buffer.from(`${Buffer.from(`${key} ${key}`).toString("base64")}#\n`)],
  ["bytes that are no text", (key) => Buffer.from(`${key}\n\0`)],
])("a megabyte of secrets in %s takes no time to speak of", async (_, lineOf) => {
  const alphabet = capitals;
  const keys = Array.from({ length: 26_000 }, (_, at) => {
    const last = [at, at >> 5, at >> 10].map((index) => alphabet[index % 32]).join("");
    return `AKIA${drawn(13, alphabet)}${last}`;
  });
  const start = performance.now();
  expect(await check("a.bin", Buffer.concat(keys.map(lineOf)))).toHaveLength(101);
  expect(performance.now() - start).toBeLessThan(3000);
});

test("the same of what secretlint finds", async () => {
  const token = (at: number) => `ntn${"_"}${String(10_000_000_000 + at)}${drawn(35)}\n`;
  const start = performance.now();
  const tokens = Array.from({ length: 20_000 }, (_, at) => token(at)).join("");
  expect(await check("a.txt", tokens)).toHaveLength(101);
  expect(performance.now() - start).toBeLessThan(2000);
});

const data = resolve(import.meta.dirname, "../../../../shared/data/packages");
if (!existsSync(data)) {
  test("no real packages are on this machine, so only our own texts were looked at", () => {
    console.warn(`no real packages in ${data}`);
  });
} else {
  test("the real packages hold no secrets", async () => {
    let files = 0;
    for (const path of globSync("*/*.zip", { cwd: data })) {
      const reading = await readPackage(readFileSync(join(data, path)));
      if (!reading.ok) throw new Error(`${path} is not readable`);
      files += reading.package.files.length;
      for (const file of heldFiles(reading.package)) {
        const findings = await check(file.path, file.bytes);
        expect(findings.map((it) => `${path} ${it.file} ${it.line}`)).toEqual([]);
      }
    }
    expect(files).toBeGreaterThan(0);
  });
}
