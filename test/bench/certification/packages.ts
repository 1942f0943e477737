import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { filesBelow } from "../../shared/support/package-of.ts";

const root = path.resolve(import.meta.dirname, "../../..");

/** Real packages where they are on this machine; the sample's otherwise. */
export async function packagesToMeasure(): Promise<readonly Uint8Array[]> {
  const zips = globSync("**/*.zip", { cwd: path.join(root, "../shared/data/packages") });
  const accepted: Uint8Array[] = [];
  for (const zip of zips) {
    const bytes = readFileSync(path.join(root, "../shared/data/packages", zip));
    if ((await readPackage(bytes)).ok) accepted.push(bytes);
  }
  if (accepted.length > 0) return accepted;
  const files = Object.entries(filesBelow(path.join(root, "infra/local/sample/package")));
  const sample = files.map(([name, text]) => ({ path: name, bytes: Buffer.from(text) }));
  return [(await writePackage(sample)).bytes];
}
