import type { Finding } from "../../findings/finding.ts";
import { fingerprintOf } from "../../findings/fingerprint.ts";

/** What can be wrong with a package as an archive. */
export type PackageRuleId =
  | "package-is-readable"
  | "package-is-within-limits"
  | "package-names-are-safe"
  | "package-names-are-unique"
  | "package-has-plain-files-only"
  | "package-is-not-encrypted"
  | "package-layout-is-correct";

/** Builds a finding about a package itself; it is always the publisher's to fix. */
export function packageFinding(
  ruleId: PackageRuleId,
  message: string,
  fix: string,
  file?: string,
): Finding {
  const place = file === undefined ? {} : { file: printable(file) };
  const fingerprint = fingerprintOf(ruleId, file ?? "", message);
  return { ruleId, severity: "error", message, fix, whose: "content", fingerprint, ...place };
}

const mostShown = 200;

/** A name from the archive as one may show it. */
export function printable(name: string): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");
  // Whole characters: half of one is no text for those who write it down.
  const characters = Array.from(shown.slice(0, 2 * mostShown + 2));
  return characters.length > mostShown ? `${characters.slice(0, mostShown).join("")}…` : shown;
}

/** An archive, or the one entry of it, that is not what it claims to be. */
export function damageFinding(what: string, entry?: string): Finding {
  const subject = entry === undefined ? "The package" : `"${printable(entry)}" in the package`;
  return packageFinding(
    what.startsWith("is encrypted") ? "package-is-not-encrypted" : "package-is-readable",
    `${subject} ${what}.`,
    "Build the zip again from a plain folder with an ordinary zip program and upload it once more.",
    entry,
  );
}
