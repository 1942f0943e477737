import type { Finding } from "../../../findings/finding.ts";
import { compareVersions, parseVersion } from "../../package-version.ts";
import { applications, type PlanPackage } from "../../plans.ts";
import { forbidden } from "../change-finding.ts";
import { packageFactsOf } from "../facts/facts-of.ts";
import type { PackageFacts } from "../facts/published-facts.ts";
import type { PlanChange } from "./plan-change.ts";

/** A new version is higher than every published one, and a published one keeps its package. Leaving the newest out rolls back. */
export function checkVersions(change: PlanChange): Finding[] {
  const { plan, earlier } = change;
  const highest = earlier.packages
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1);
  return plan.packages.flatMap((own) => {
    const published = earlier.packages.find(({ version }) => version === own.version);
    if (published !== undefined) return checkUnchanged(change, own, published);
    if (highest === undefined || parseVersion(own.version) === undefined) return [];
    if (compareVersions(own.version, highest) > 0) return [];
    return [
      forbidden("plan-version-order", placeOf(change, own), {
        message: `Version ${own.version} of plan "${plan.planId}" is not higher than ${highest}, which was published.`,
        fix: `Use a version higher than ${highest}.`,
      }),
    ];
  });
}

const placeOf = ({ at }: PlanChange, { version }: PlanPackage) => ({
  tab: "SKUs" as const,
  label: "Package version",
  path: [...at, `${applications}package`, version],
});

function checkUnchanged(change: PlanChange, own: PlanPackage, published: PackageFacts): Finding[] {
  const now = packageFactsOf(own.version, own.assetRef, change.context);
  if (now.asset === published.asset) return [];
  if (now.sha256 !== undefined && now.sha256 === published.sha256) return [];
  const message = `Version ${own.version} of plan "${change.plan.planId}" was published with another package; a published package cannot be replaced.`;
  const fix = "Put the published package back and add the new one under a higher version.";
  return [forbidden("plan-version-changed", placeOf(change, own), { message, fix })];
}
