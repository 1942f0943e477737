import type { Finding } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import type { Position } from "../arm/json/line-table.ts";
import type { SecretHit } from "./secret-hit.ts";

/** The name under which reports show secrets in files. */
export const secretsRuleId = "no-secrets-in-files";

/** What a report says about a secret: all but the secret. */
export function secretFinding(
  { pattern, masked }: SecretHit,
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
    fingerprint: fingerprintOf(secretsRuleId, pattern.id, file, masked),
    whose: "content",
  };
}
