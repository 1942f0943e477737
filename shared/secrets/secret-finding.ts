import type { Finding } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import type { Position } from "../arm/json/line-table.ts";
import type { SecretHit, Severity } from "./secret-hit.ts";

/** The name under which reports show secrets in files. */
export const secretsRuleId = "no-secrets-in-files";

/** What a report says about a secret: all but the secret. */
export function secretFinding(
  { pattern, masked, digest }: SecretHit,
  file: string,
  { line, column }: Position,
  isEncoded: boolean,
): Finding {
  const where = isEncoded ? "in an encoded string" : "in plain text";
  return {
    ruleId: secretsRuleId,
    errorId: pattern.id,
    severity: pattern.severity,
    message: `${pattern.what} is ${where}; everyone who gets the package can read it.`,
    fix: "Remove it and make it invalid where it came from; take it from a secureString parameter or a key vault.",
    file,
    line,
    column,
    evidence: masked,
    fingerprint: fingerprintOf(secretsRuleId, pattern.id, file, digest),
    whose: "content",
  };
}

/** Nobody looks on in a file in which everything seems to be a secret. */
export function fileTooFull(file: string): Finding {
  return {
    ruleId: secretsRuleId,
    errorId: "file-full-of-secrets",
    severity: "error",
    message: "So many secrets are in the file that nobody looked at the rest of it.",
    fix: "Remove the secrets that are listed, or the file; the next check looks at the rest.",
    file,
    whose: "content",
  };
}

/** What a report leaves out counts no less. */
export function moreSecrets(
  { error, warning }: Readonly<Record<Severity, number>>,
  fingerprint: string,
  archive: string | undefined,
): Finding {
  const severity = error > 0 ? "error" : "warning";
  return {
    ruleId: secretsRuleId,
    errorId: "more-secrets",
    severity,
    message: `There are ${error + warning} more findings like these; ${error} of them are errors.`,
    fix: "Mend what is listed; the next check lists the others.",
    ...(archive !== undefined && { file: archive }),
    fingerprint: fingerprintOf(secretsRuleId, "more-secrets", archive ?? "", fingerprint),
    whose: "content",
  };
}
