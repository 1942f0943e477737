import type { Finding } from "../findings/finding.ts";
import { checkLayout } from "../packages/layout/check-layout.ts";
import type { PackageContents } from "../packages/package-contents.ts";
import type { CertificationFacts } from "./facts/certification-facts.ts";
import { modelOfPackage } from "./model/package-model.ts";
import { runRules } from "./run-rules.ts";
import type { Rule } from "./rules/rule.ts";

/** What certification has to say about the layout and the templates of a plan's package, in a fixed order. */
export function certifyPackage(
  contents: PackageContents,
  facts: CertificationFacts,
  rules?: readonly Rule[],
): Finding[] {
  const model = { ...modelOfPackage(contents), facts };
  return [...checkLayout(contents), ...runRules(model, rules)];
}
