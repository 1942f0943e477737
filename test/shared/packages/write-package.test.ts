import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { inOnePiece } from "../../../shared/packages/chunks.ts";
import { wholeOf } from "../../../shared/packages/byte-source.ts";
import { sha256Of } from "../../../shared/packages/sha256.ts";
import { packageStream, writePackage } from "../../../shared/packages/write-package.ts";

const text = (content: string) => new TextEncoder().encode(content);
const files = [
  { path: "scripts/a.sh", bytes: text("echo a\n".repeat(100)) },
  { path: "mainTemplate.json", bytes: text("{}") },
  { path: "Z.json", bytes: text("") },
];

test("the order in which files are given does not matter", async () => {
  const one = await writePackage(files);
  const other = await writePackage([...files].reverse());
  expect(other.bytes).toEqual(one.bytes);
});

test("one changed byte makes another package", async () => {
  const one = await writePackage(files);
  const other = await writePackage([{ path: "mainTemplate.json", bytes: text("[]") }]);
  expect(other.sha256).not.toBe(one.sha256);
});

test("neither do the pieces in which their content comes", async () => {
  const bytes = text("resources and outputs; ".repeat(20_000));
  const inPieces = (size: number) => [
    {
      path: "a.txt",
      async *open() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
      },
    },
  ];
  const { sha256 } = await writePackage([{ path: "a.txt", bytes }]);
  for (const size of [1000, 4096, 65_536, 100_001])
    expect(await sha256Of(packageStream(inPieces(size)))).toBe(sha256);
});

test("packages that nobody reads, or not to their end, hold up no others", async () => {
  const bytes = text("resources and outputs; ".repeat(50_000));
  const open = () => inOnePiece(bytes);
  for (let count = 0; count < 20; count += 1) {
    packageStream([{ path: "a", open }]);
    for await (const chunk of packageStream([{ path: "a", open }])) if (chunk.length > 0) break;
  }
  expect((await writePackage(files)).bytes.length).toBeGreaterThan(0);
});

test("a file that cannot be read breaks the package off", async () => {
  const open = () => wholeOf({ size: 1, read: () => Promise.reject(new Error("gone")) });
  await expect(sha256Of(packageStream([{ path: "a", open }]))).rejects.toThrow("gone");
});

test("the bytes are the same in every time zone", async () => {
  const module = pathToFileURL(
    resolve(import.meta.dirname, "../../../shared/packages/write-package.ts"),
  );
  const program = `import { writePackage } from ${JSON.stringify(module.href)};
    const text = (content) => new TextEncoder().encode(content);
    const { sha256 } = await writePackage([
      { path: "mainTemplate.json", bytes: text("{}") },
      { path: "a.txt", bytes: text("a".repeat(999)) },
    ]);
    console.log(sha256);`;
  const sums = await Promise.all(
    ["UTC", "Asia/Tokyo", "America/St_Johns"].map(async (TZ) => {
      const args = ["--input-type=module", "-e", program];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        env: { ...process.env, TZ },
      });
      return stdout.trim();
    }),
  );
  expect(new Set(sums).size).toBe(1);
  expect(sums[0]).toMatch(/^[0-9a-f]{64}$/);
});
