import type { Finding } from "../../findings/finding.ts";
import { packageFinding, printable } from "./package-findings.ts";
import type { PackageLimits } from "./package-limits.ts";

const reservedName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const unsafeCharacter = /[\p{Cc}\p{Cf}<>:"|?*\\]/u;

/** Why an entry may not be called what it is called, if so. */
export function checkEntryName(name: string, maxLength: number): Finding | undefined {
  const reason = unsafeReason(withoutSlash(name), maxLength);
  if (reason === undefined) return undefined;
  return packageFinding(
    "package-names-are-safe",
    `The entry "${printable(name)}" ${reason}.`,
    "Rename the file and build the zip again from a plain folder, with forward slashes in paths.",
    name,
  );
}

function unsafeReason(name: string, maxLength: number): string | undefined {
  if (name.length > maxLength) return `has a path longer than ${maxLength} characters`;
  if (name.includes("\\")) return "has a backslash in its path";
  if (unsafeCharacter.test(name)) return "has a character in its path that not every system allows";
  return name
    .split("/")
    .map(unsafePart)
    .find((reason) => reason !== undefined);
}

function unsafePart(part: string): string | undefined {
  if (part === "") return "has an empty part in its path";
  if (part === "." || part === "..") return "points outside of the package";
  if (/[. ]$/.test(part)) return "has a part that ends in a dot or a blank";
  if (reservedName.test(part)) return "has a name that Windows reserves";
  return undefined;
}

/**
 * Names that one system or another would take for the same file, or for a file and a folder. Those
 * that are too long are left out: they are refused already, and may have very many parts.
 */
export function checkCollisions(
  entries: readonly { filename: string }[],
  { pathLength }: Pick<PackageLimits, "pathLength">,
): Finding[] {
  const names = entries
    .map(({ filename }) => filename)
    .filter((name) => withoutSlash(name).length <= pathLength);
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(folded(name));
    if (other !== undefined) findings.push(collision(name, other));
    seen.set(folded(name), name);
  }
  const clashes = new Map<string, string>();
  for (const name of names) {
    for (const folder of foldersOf(folded(name))) {
      const file = seen.get(folder);
      if (file?.endsWith("/") === false) clashes.set(file, name);
    }
  }
  for (const [name, inside] of clashes) findings.push(clash(name, inside));
  return findings;
}

function folded(name: string): string {
  return withoutSlash(name).normalize("NFC").toLowerCase();
}

const withoutSlash = (name: string): string => (name.endsWith("/") ? name.slice(0, -1) : name);

/** From the innermost on. */
function* foldersOf(name: string): Generator<string> {
  for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1))
    yield name.slice(0, at);
}

function collision(name: string, other: string): Finding {
  const same = name === other;
  return packageFinding(
    "package-names-are-unique",
    same
      ? `The entry "${printable(name)}" is in the package twice.`
      : `"${printable(name)}" and "${printable(other)}" are one file on systems that ignore letter case.`,
    "Keep one of the two and build the zip again.",
    name,
  );
}

function clash(name: string, inside: string): Finding {
  return packageFinding(
    "package-names-are-unique",
    `"${printable(name)}" is a file, and "${printable(inside)}" needs a folder of that name.`,
    "Rename the file or the folder and build the zip again.",
    name,
  );
}
