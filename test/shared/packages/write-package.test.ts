import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { writePackage } from "../../../shared/packages/write-package.ts";

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
  expect(one.manifest.files.map(({ path }) => path)).toEqual([
    "Z.json",
    "mainTemplate.json",
    "scripts/a.sh",
  ]);
});

test("one changed byte makes another package", async () => {
  const one = await writePackage(files);
  const other = await writePackage([{ path: "mainTemplate.json", bytes: text("[]") }]);
  expect(other.manifest.sha256).not.toBe(one.manifest.sha256);
});

test("the bytes are the same in every time zone", async () => {
  const module = pathToFileURL(
    resolve(import.meta.dirname, "../../../shared/packages/write-package.ts"),
  );
  const program = `import { writePackage } from ${JSON.stringify(module.href)};
    const text = (content) => new TextEncoder().encode(content);
    const { manifest } = await writePackage([
      { path: "mainTemplate.json", bytes: text("{}") },
      { path: "a.txt", bytes: text("a".repeat(999)) },
    ]);
    console.log(manifest.sha256);`;
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
