import type { Finding } from "../findings/finding.ts";
import { checkLayout } from "../packages/layout/check-layout.ts";
import type { PackageContents } from "../packages/package-contents.ts";
import { modelOfPackage } from "./model/package-model.ts";
import { allRules } from "./rules/all-rules.ts";
import type { Rule } from "./rules/rule.ts";

/** Everything certification has to say about a plan's package, in a fixed order. */
export function certifyPackage(
  contents: PackageContents,
  rules: readonly Rule[] = allRules,
): Finding[] {
  const model = modelOfPackage(contents);
  return [...checkLayout(contents), ...rules.flatMap((rule) => rule.run(model))];
}
