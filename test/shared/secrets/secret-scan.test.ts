import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { heldFiles } from "../../../shared/packages/package-contents.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { SecretScan } from "../../../shared/secrets/secret-scan.ts";
import { base64, drawn } from "./drawn-text.ts";

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
  ["after characters of several bytes", Buffer.from(`äöü€ ${secret}`), 17],
  [
    "between bytes that are no text",
    Buffer.concat([Buffer.alloc(100), Buffer.from(secret), Buffer.alloc(100)]),
    112,
  ],
])("a secret is found %s", async (_, bytes, column) => {
  expect(await check("a.bin", bytes)).toMatchObject([{ line: 1, column }]);
});

test("a secret in base64 is found where its string starts", async () => {
  const script = `#!/bin/sh\naz storage --connection-string "${secret}"\n`;
  for (const encoded of [script, Buffer.from(script, "utf16le")]) {
    const text = `{\n  "customData": "${Buffer.from(encoded).toString("base64")}"\n}`;
    const findings = await check("mainTemplate.json", text);
    expect(findings).toMatchObject([
      { line: 2, column: 18, message: expect.stringContaining("encoded") },
    ]);
    expect(JSON.stringify(findings)).not.toContain(key.slice(0, 4));
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

test("a file full of secrets does not fill the report", async () => {
  const lines = Array.from({ length: 500 }, () => secret).join("\n");
  expect(await check("a.txt", lines)).toHaveLength(100);
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
