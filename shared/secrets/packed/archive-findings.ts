import type { Finding } from "../../findings/finding.ts";
import { fingerprintOf } from "../../findings/fingerprint.ts";
import { ArchiveDamage } from "../../packages/reading/archive/archive-damage.ts";
import { printable } from "../../packages/reading/package-findings.ts";
import { secretsRuleId } from "../secret-finding.ts";

/** A finding about a file in an archive, told of the archive: nothing else has a place in the package. */
export function inArchive(archive: string, path: string, finding: Finding): Finding {
  const { line, column, message, ...rest } = finding;
  const place = line === undefined ? "" : `, line ${line}, column ${column}`;
  return { ...rest, file: archive, message: `${message} It is in ${printable(path)}${place}.` };
}

/** What nobody looked into must not look clean. */
export function archiveNotRead(file: string, error: unknown): Finding {
  const reason = error instanceof ArchiveDamage ? error.message : "is damaged or too large";
  return {
    ruleId: secretsRuleId,
    errorId: "archive-not-read",
    severity: "warning",
    message: `The archive ${reason}, so nobody looked for secrets in it.`,
    fix: "Build the archive again with plain deflate compression, or leave it out.",
    file,
    fingerprint: fingerprintOf(secretsRuleId, "archive-not-read", file, ""),
    whose: "content",
  };
}
