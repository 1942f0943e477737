import type { Finding } from "../../findings/finding.ts";

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
  return { ruleId, severity: "error", message, fix, whose: "content", ...place };
}

/** A name from the archive as one may show it. */
export function printable(name: string): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");
  return shown.length > 200 ? `${shown.slice(0, 200)}…` : shown;
}
