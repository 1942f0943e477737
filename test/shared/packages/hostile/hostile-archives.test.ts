import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileArchives, type HostileArchive } from "./hostile-archives.ts";
import type { Refusal } from "./read-each.ts";

const mebibyte = 1024 * 1024;
const archives = await hostileArchives();
const script = path.join(import.meta.dirname, "read-each.ts");
const refusals = new Map<string, Refusal>();
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hostile-"));
  const isLarge = ({ bytes }: HostileArchive) => bytes.length > mebibyte;
  await readTogether(archives.filter((archive) => !isLarge(archive)));
  // What the runtime keeps of one of these must not be held against the next.
  for (const archive of archives.filter(isLarge)) await readTogether([archive]);
}, 120_000);

/** In a process of its own. */
async function readTogether(some: readonly HostileArchive[]): Promise<void> {
  const files = some.map((_, at) => path.join(folder, `${at}.zip`));
  await Promise.all(some.map(({ bytes }, at) => writeFile(files[at] ?? "", bytes)));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...files]);
  stdout
    .trim()
    .split("\n")
    .forEach((line, at) => refusals.set(some[at]?.name ?? "", JSON.parse(line) as Refusal));
}

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(archives)("an archive with $name is refused by $rule, cheaply", ({ name, rule }) => {
  const refusal = refusals.get(name);
  expect(refusal?.rules).toContain(rule);
  expect(new Set(refusal?.rules).size).toBe(1);
  expect(refusal?.extraBytes).toBeLessThan(200 * mebibyte);
  expect(refusal?.ms).toBeLessThan(5000);
});
