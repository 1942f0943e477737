import { checkSecrets } from "../secrets/check-secrets.ts";
import type { Finding } from "../findings/finding.ts";
import { checkLayout } from "../packages/layout/check-layout.ts";
import { heldFiles, type PackageContents } from "../packages/package-contents.ts";
import type { CertificationFacts } from "./facts/certification-facts.ts";
import { modelOfPackage } from "./model/package-model.ts";
import { runRules } from "./run-rules.ts";
import type { Rule } from "./rules/rule.ts";

/** Everything certification has to say about a plan's package, in a fixed order. */
export function certifyPackage(
  contents: PackageContents,
  facts: CertificationFacts,
  rules?: readonly Rule[],
): Finding[] {
  const model = { ...modelOfPackage(contents), facts };
  return [
    ...checkLayout(contents),
    ...checkSecrets(heldFiles(contents)),
    ...runRules(model, rules),
  ];
}
