import type { Entry } from "@zip.js/zip.js";
import type { Finding } from "../../findings/finding.ts";
import { checkEntryName } from "./entry-names.ts";
import { packageFinding, printable } from "./package-findings.ts";
import { ratioMattersFrom, type PackageLimits } from "./package-limits.ts";

const stored = 0;
const deflated = 8;
const fileTypeBits = 0o170000;
const plainTypes = new Set([0, 0o100000, 0o040000]);

/** What the archive's directory alone already says against an entry. */
export function checkEntry(entry: Entry, limits: PackageLimits): Finding[] {
  return [
    checkEntryName(entry.filename, limits.pathLength),
    checkKind(entry),
    checkEncryption(entry),
    checkMethod(entry),
    checkSize(entry, limits),
  ].filter((finding) => finding !== undefined);
}

function checkKind(entry: Entry): Finding | undefined {
  const type = (entry.externalFileAttributes >>> 16) & fileTypeBits;
  if (!entry.symlink && plainTypes.has(type)) return undefined;
  return packageFinding(
    "package-has-plain-files-only",
    `"${printable(entry.filename)}" is a ${entry.symlink ? "symbolic link" : "special file"}.`,
    "Replace it by a copy of the file itself and build the zip again.",
    entry.filename,
  );
}

function checkEncryption(entry: Entry): Finding | undefined {
  if (!entry.encrypted) return undefined;
  return packageFinding(
    "package-is-not-encrypted",
    `"${printable(entry.filename)}" is encrypted, so nobody can check it.`,
    "Build the zip again without a password.",
    entry.filename,
  );
}

function checkMethod(entry: Entry): Finding | undefined {
  const method = entry.compressionMethod;
  if (entry.encrypted || method === stored || method === deflated) return undefined;
  return packageFinding(
    "package-is-readable",
    `"${printable(entry.filename)}" is packed with method ${method}, which Azure cannot unpack.`,
    "Build the zip again with plain deflate compression.",
    entry.filename,
  );
}

function checkSize(entry: Entry, limits: PackageLimits): Finding | undefined {
  const { uncompressedSize: size, compressedSize: packed, filename } = entry;
  if (size > limits.entryBytes) {
    return tooMuch(
      `"${printable(filename)}" unpacks to ${size} bytes`,
      limits.entryBytes,
      filename,
    );
  }
  if (size >= ratioMattersFrom && size > packed * limits.ratio) {
    return packageFinding(
      "package-is-within-limits",
      `"${printable(filename)}" unpacks to more than ${limits.ratio} times its packed size.`,
      "Leave files of blanks or zeros out of the package.",
      filename,
    );
  }
  return undefined;
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
