import type { Finding } from "../../shared/findings/finding.ts";
import type { PackageFile } from "../../shared/packages/package-contents.ts";
import { checkCollisions, checkEntryName } from "../../shared/packages/reading/entry-names.ts";
import { isJson } from "../../shared/packages/reading/holding.ts";
import { packageFinding, printable } from "../../shared/packages/reading/package-findings.ts";
import { defaultPackageLimits } from "../../shared/packages/reading/package-limits.ts";
import { tooMuch } from "../../shared/packages/reading/check-entry.ts";

const { pathLength, jsonBytes, entryBytes } = defaultPackageLimits;

/** What intake would say about the files of a folder once they are zipped. */
export function checkNames(files: readonly PackageFile[], links: readonly string[]): Finding[] {
  const names = files.map(({ path }) => ({ filename: path }));
  return [
    ...files.flatMap(({ path }) => checkEntryName(path, pathLength) ?? []),
    ...checkCollisions(names, defaultPackageLimits),
    ...files.flatMap((file) => checkSize(file) ?? []),
    ...links.map(linkFinding),
  ];
}

function checkSize({ path, size }: PackageFile): Finding | undefined {
  const most = isJson(path) ? jsonBytes : entryBytes;
  if (size <= most) return undefined;
  return tooMuch(`"${printable(path)}" has ${String(size)} bytes`, most, path);
}

/** It may lead anywhere on this machine, so nobody follows it. */
const linkFinding = (link: string): Finding =>
  packageFinding(
    "package-has-plain-files-only",
    `"${printable(link)}" is a symbolic link, so what it leads to was not looked at.`,
    "Replace it by a copy of the file itself.",
    link,
  );
