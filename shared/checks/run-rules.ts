import type { Finding } from "../findings/finding.ts";
import type { CertificationModel } from "./model/certification-model.ts";
import { allRules } from "./rules/all-rules.ts";
import type { Rule } from "./rules/rule.ts";

/** What the rules find. Where a rule of the catalogue objects, ours do not say it again. */
export function runRules(
  model: CertificationModel,
  rules: readonly Rule[] = allRules,
): readonly Finding[] {
  const findings = rules.flatMap((rule) => rule.run(model));
  const told = new Set(findings.filter((finding) => !isOurs(finding)).map(placeOf));
  return findings.filter((finding) => !isOurs(finding) || !told.has(placeOf(finding)));
}

/** The catalogue's names have capitals; ours have none. */
const isOurs = ({ ruleId }: Finding): boolean => ruleId === ruleId.toLowerCase();

const placeOf = ({ file, line, column }: Finding): string =>
  `${file ?? ""}:${String(line)}:${String(column)}`;
