import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Case } from "./format.ts";

export interface NamedCase {
  /** Folder and file, such as `publish/idempotent`. */
  readonly name: string;
  readonly story: Case;
}

const folder = path.join(import.meta.dirname, "cases");

/** Every case there is, by name; a file that is none is an error that names it. */
export async function loadCases(): Promise<readonly NamedCase[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith(".json"),
  );
  return Promise.all(
    files.sort().map(async (file) => {
      const read = Case.safeParse(JSON.parse(await readFile(path.join(folder, file), "utf8")));
      if (!read.success) throw new Error(`${file}:\n${z.prettifyError(read.error)}`);
      const name = file.replace(/\.json$/, "").replaceAll(path.sep, "/");
      return { name, story: read.data };
    }),
  );
}

/** An offer id of its own for a case. */
export const offerIdFor = (prefix: string, name: string): string =>
  `${prefix}-${name.replace(/[^a-z0-9]+/g, "-")}`.slice(0, 50).replace(/-+$/, "");
