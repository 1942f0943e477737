import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { PackageContents } from "../../shared/packages/package-contents.ts";
import { sha256 } from "../../shared/packages/sha256.ts";
import { NotCheckable } from "./not-checkable.ts";

const mostFiles = 2_000;
const mostBytes = 512 * 1024 * 1024;
/** What authors keep beside a package and never zip. */
const kept = new Set([".git", "node_modules"]);

/** A folder as the package that would be zipped of it. */
export async function readFolder(folder: string): Promise<PackageContents> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => !name.split("/").some((part) => kept.has(part)))
    .sort();
  if (paths.length > mostFiles)
    throw new NotCheckable(`${folder} has more than ${String(mostFiles)} files.`);
  const files = [];
  let size = 0;
  for (const name of paths) {
    const bytes = await readFile(path.join(folder, name));
    size += bytes.length;
    if (size > mostBytes)
      throw new NotCheckable(`${folder} has more than ${String(mostBytes)} bytes.`);
    files.push({ path: name, size: bytes.length, sha256: await sha256(bytes), bytes });
  }
  const listed = files.map((file) => `${file.sha256}  ${file.path}\n`).join("");
  return { size, sha256: await sha256(new TextEncoder().encode(listed)), files };
}
