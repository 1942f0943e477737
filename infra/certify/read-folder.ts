import { createHash } from "node:crypto";
import { createReadStream, type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { drain, inOnePiece, leftOpen } from "../../shared/packages/chunks.ts";
import type {
  PackageContents,
  PackageFile,
  PackageMember,
} from "../../shared/packages/package-contents.ts";
import type { Look } from "../../shared/packages/read-package.ts";
import { Holding } from "../../shared/packages/reading/holding.ts";
import { defaultPackageLimits } from "../../shared/packages/reading/package-limits.ts";
import { sha256 } from "../../shared/packages/sha256.ts";
import { NotCheckable } from "./not-checkable.ts";

const { entries: mostFiles, totalBytes: mostBytes } = defaultPackageLimits;
/** What authors keep beside a package and never zip. */
const kept = new Set([".git", "node_modules"]);

/** The package that would be zipped of a folder, and the symbolic links in it, which are left out. */
export interface FolderContents extends PackageContents {
  links: readonly string[];
}

/** A folder as the package that would be zipped of it. */
export async function readFolder(folder: string, look?: Look): Promise<FolderContents> {
  const files: PackageFile[] = [];
  const { paths, links } = await pathsIn(folder);
  const members = membersOf(folder, paths, files);
  await look?.(leftOpen(members));
  await drain(members);
  const listed = files.map((file) => `${file.sha256}  ${file.path}\n`).join("");
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return { size, sha256: await sha256(new TextEncoder().encode(listed)), files, links };
}

async function pathsIn(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = (some: readonly Dirent[]) =>
    some
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((name) => name.split(path.sep).join("/"))
      .filter((name) => !name.split("/").some((part) => kept.has(part)))
      .sort();
  const paths = named(entries.filter((entry) => entry.isFile()));
  const links = named(entries.filter((entry) => entry.isSymbolicLink()));
  if (paths.length > mostFiles)
    throw new NotCheckable(`${folder} has more than ${String(mostFiles)} files.`);
  return { paths, links };
}

async function* membersOf(
  folder: string,
  paths: readonly string[],
  files: PackageFile[],
): AsyncGenerator<PackageMember> {
  const holding = new Holding();
  let total = 0;
  for (const name of paths) {
    const file = path.join(folder, name);
    const { size } = await stat(file);
    total += size;
    if (total > mostBytes)
      throw new NotCheckable(`${folder} has more than ${String(mostBytes)} bytes.`);
    const hash = createHash("sha256");
    const bytes = leftOpen(hashed(createReadStream(file), hash));
    const held = await holding.hold({ path: name, size, bytes });
    const sum = async () => {
      await drain(bytes);
      // A copy: it may be asked for again.
      return hash.copy().digest("hex");
    };
    yield { path: name, size, bytes: held ? inOnePiece(held) : bytes, sha256: sum };
    files.push({ path: name, size, sha256: await sum(), ...(held && { bytes: held }) });
  }
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
