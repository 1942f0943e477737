import type { ListedEntry } from "./listed-entry.ts";
import type { Finding } from "../../findings/finding.ts";
import { misleading } from "./archive/archive-damage.ts";
import { isOtherwiseNamed } from "./archive/given-names.ts";
import { checkEntryName } from "./entry-names.ts";
import { isJson } from "./holding.ts";
import { damageFinding, packageFinding, printable } from "./package-findings.ts";
import { ratioMattersFrom, type PackageLimits } from "./package-limits.ts";

const stored = 0;
const deflated = 8;
const fileTypeBits = 0o170000;
const plainTypes = new Set([0, 0o100000, 0o040000]);

/** What the archive's directory alone already says against an entry. */
export function checkEntry(entry: ListedEntry, limits: PackageLimits): Finding[] {
  return [
    checkEntryName(nameOf(entry), limits.pathLength),
    checkMeaning(entry),
    checkKind(entry),
    checkEncryption(entry, entry.filename),
    checkMethod(entry),
    checkSize(entry, limits) ?? checkRatio(entry, limits, entry.filename),
  ].filter((finding) => finding !== undefined);
}

/** Without a flag for its encoding, control characters of a name are read as pictures. */
function nameOf({ filename, nameBytes }: ListedEntry): string {
  const control = nameBytes.find((byte) => byte < 0x20 || byte === 0x7f);
  return control === undefined ? filename : filename + String.fromCharCode(control);
}

/** A name, or a kind, that only some programs see. */
function checkMeaning(entry: ListedEntry): Finding | undefined {
  const isFolder = entry.isFolder && entry.size === 0;
  const isFile = !entry.isFolder && !entry.isMarkedAsFolder;
  if ((isFolder || isFile) && !isOtherwiseNamed(entry)) return undefined;
  return damageFinding(misleading, entry.filename);
}

function checkKind(entry: ListedEntry): Finding | undefined {
  const type = entry.unixMode & fileTypeBits;
  if (!entry.isSymlink && plainTypes.has(type)) return undefined;
  return packageFinding(
    "package-has-plain-files-only",
    `"${printable(entry.filename)}" is a ${entry.isSymlink ? "symbolic link" : "special file"}.`,
    "Replace it by a copy of the file itself and build the zip again.",
    entry.filename,
  );
}

/** An entry that needs a password; `path` is how it is shown. */
export function checkEncryption(
  { isEncrypted }: Pick<ListedEntry, "isEncrypted">,
  path: string,
): Finding | undefined {
  if (!isEncrypted) return undefined;
  return packageFinding(
    "package-is-not-encrypted",
    `"${printable(path)}" is encrypted, so nobody can check it.`,
    "Build the zip again without a password.",
    path,
  );
}

function checkMethod(entry: ListedEntry): Finding | undefined {
  const method = entry.method;
  if (entry.isEncrypted || method === stored || method === deflated) return undefined;
  return packageFinding(
    "package-is-readable",
    `"${printable(entry.filename)}" is packed with method ${method}, which Azure cannot unpack.`,
    "Build the zip again with plain deflate compression.",
    entry.filename,
  );
}

function checkSize(entry: ListedEntry, limits: PackageLimits): Finding | undefined {
  const { size, filename } = entry;
  const most = isJson(filename) ? limits.jsonBytes : limits.entryBytes;
  if (size <= most) return undefined;
  return tooMuch(`"${printable(filename)}" unpacks to ${size} bytes`, most, filename);
}

/** An entry that unpacks to far more than it looks like; `path` is how it is shown. */
export function checkRatio(
  { size, packed }: Pick<ListedEntry, "size" | "packed">,
  limits: PackageLimits,
  path: string,
): Finding | undefined {
  if (size < ratioMattersFrom || size <= packed * limits.ratio) return undefined;
  return packageFinding(
    "package-is-within-limits",
    `"${printable(path)}" unpacks to more than ${limits.ratio} times its packed size.`,
    "Leave files of blanks or zeros out of the package.",
    path,
  );
}

/** The finding for a size above its limit. */
export function tooMuch(what: string, limit: number, file?: string): Finding {
  return packageFinding(
    "package-is-within-limits",
    `${what}; at most ${limit} are taken.`,
    "Leave out what the deployment does not need, or download large files when it runs.",
    file,
  );
}
