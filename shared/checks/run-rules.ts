import { isBlocking } from "../findings/blocking.ts";
import type { Finding } from "../findings/finding.ts";
import type { CertificationModel } from "./model/certification-model.ts";
import { allRules } from "./rules/all-rules.ts";
import type { Rule } from "./rules/rule.ts";

/**
 * What the rules find. Where a rule of the catalogue objects, ours do not say it again, unless they
 * are stricter.
 */
export function runRules(
  model: CertificationModel,
  rules: readonly Rule[] = allRules,
): readonly Finding[] {
  const findings = rules.flatMap((rule) => rule.run(model));
  const catalogue = findings.filter((finding) => !isOurs(finding));
  const told = new Set(catalogue.map(placeOf));
  const blocked = new Set(catalogue.filter(isBlocking).map(placeOf));
  return findings.filter(
    (finding) => !isOurs(finding) || !(isBlocking(finding) ? blocked : told).has(placeOf(finding)),
  );
}

/** Our names have no capitals; of the catalogue's, only this one has none. */
const isOurs = ({ ruleId }: Finding): boolean =>
  ruleId === ruleId.toLowerCase() && ruleId !== "artifacts-parameter";

const placeOf = ({ file, line, column }: Finding): string =>
  `${file ?? ""}:${String(line)}:${String(column)}`;
