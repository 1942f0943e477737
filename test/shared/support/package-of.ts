import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";

/** The contents of a package with these files; objects are written as JSON. */
export function packageOf(files: Record<string, unknown>): PackageContents {
  const listed = Object.entries(files).map(([path, content]) => {
    const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
    const bytes = new TextEncoder().encode(text);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path, size: bytes.length, sha256, bytes };
  });
  return { size: 0, sha256: "", files: listed };
}

/** Every file below a folder, by its path inside the folder. */
export function filesBelow(folder: string, prefix = ""): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(folder).map((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory()
        ? filesBelow(path, `${prefix}${name}/`)
        : { [`${prefix}${name}`]: readFileSync(path, "utf8") };
    }),
  );
}
