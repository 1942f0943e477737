import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileArchives } from "./hostile-archives.ts";
import type { Refusal } from "./read-each.ts";

const mebibyte = 1024 * 1024;
const archives = await hostileArchives();
const refusals = new Map<string, Refusal>();
let folder = "";
let startBytes = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hostile-"));
  const files = archives.map((_, at) => path.join(folder, `${at}.zip`));
  await Promise.all(archives.map(({ bytes }, at) => writeFile(files[at] ?? "", bytes)));
  const script = path.join(import.meta.dirname, "read-each.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...files]);
  const [start = "", ...lines] = stdout.trim().split("\n");
  startBytes = Number(start);
  lines.forEach((line, at) => refusals.set(archives[at]?.name ?? "", JSON.parse(line) as Refusal));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(archives)("an archive with $name is refused by $rule, cheaply", ({ name, rule }) => {
  const refusal = refusals.get(name);
  expect(refusal?.rules).toContain(rule);
  expect(new Set(refusal?.rules).size).toBe(1);
  expect((refusal?.peakBytes ?? Infinity) - startBytes).toBeLessThan(200 * mebibyte);
  expect(refusal?.ms).toBeLessThan(5000);
});
