import type { Finding } from "../../../findings/finding.ts";
import { parseVersion } from "../../package-version.ts";
import { applications } from "../../plans.ts";
import type { Plan } from "../../plans.ts";
import { checkAsset } from "../asset-rules.ts";
import type { OfferInspection } from "../offer-inspection.ts";
import { problem } from "../prerequisite-finding.ts";

/** The document path of a plan's package of that version. */
export const packageField = (plan: Plan, version: string): string =>
  `${plan.field}.${applications}package.${version}`;

/** A plan has a package, each under a version X.Y.Z, each an accepted asset. */
export function checkPackages(inspection: OfferInspection, plan: Plan): Finding[] {
  if (plan.packages.length === 0) {
    const field = `${plan.field}.${applications}package`;
    const message = `Plan "${plan.planId}" has no package.`;
    const fix = "Add an entry keyed by its version, such as 1.0.0, with the uploaded zip.";
    return [problem("plan-package-missing", { field, message, fix })];
  }
  return plan.packages.flatMap(({ version, assetRef }) => {
    const field = packageField(plan, version);
    const label = `The package of plan "${plan.planId}" version ${version}`;
    return [
      ...checkVersion(version, field),
      ...checkAsset(inspection, {
        reference: assetRef,
        field: `${field}.packageVersion.packageFile`,
        label,
        kind: "package",
      }),
    ];
  });
}

function checkVersion(version: string, field: string): Finding[] {
  if (parseVersion(version) !== undefined) return [];
  const message = `"${version}" is not a package version.`;
  const fix = "Use three numbers with dots between, such as 1.0.2.";
  return [problem("plan-package-version", { field, message, fix })];
}
