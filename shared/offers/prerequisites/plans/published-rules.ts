import type { Finding } from "../../../findings/finding.ts";
import { compareVersions } from "../../package-version.ts";
import { newestPackage, plansOf } from "../../plans.ts";
import type { Plan, PlanPackage } from "../../plans.ts";
import { assetOf } from "../asset-rules.ts";
import { isPrivate } from "./audience-rules.ts";
import type { OfferInspection } from "../offer-inspection.ts";
import { packageField } from "./package-rules.ts";
import { problem } from "../prerequisite-finding.ts";
import { raisedPrices } from "./raised-prices.ts";

/** What may not change once a plan is live. Taking away its newest version rolls it back. */
export function checkPublishedPlan(inspection: OfferInspection, plan: Plan): Finding[] {
  const live = plansOf(inspection.published ?? {}).find((other) => other.planId === plan.planId);
  if (live === undefined) return [];
  return [
    ...checkVersions(inspection, plan, live),
    ...checkPrices(plan, live),
    ...checkVisibility(plan, live),
  ];
}

function checkVersions(inspection: OfferInspection, plan: Plan, live: Plan): Finding[] {
  const highest = newestPackage(live)?.version;
  return plan.packages.flatMap((own) => {
    const field = packageField(plan, own.version);
    const published = live.packages.find((other) => other.version === own.version);
    if (published !== undefined) return checkUnchanged(inspection, { own, published, field });
    if (highest === undefined || compareVersions(own.version, highest) > 0) return [];
    const message = `Version ${own.version} of plan "${plan.planId}" is not higher than ${highest}, which is live.`;
    const fix = `Use a version higher than ${highest}.`;
    return [problem("plan-version-order", { field, message, fix })];
  });
}

function checkUnchanged(
  inspection: OfferInspection,
  { own, published, field }: { own: PlanPackage; published: PlanPackage; field: string },
): Finding[] {
  if (own.assetRef === published.assetRef) return [];
  const [now, before] = [own, published].map((one) => assetOf(inspection, one.assetRef));
  if (now !== undefined && now.assetId === before?.assetId) return [];
  if (now?.sha256 !== undefined && now.sha256 === before?.sha256) return [];
  const message = `Version ${own.version} is live with another package; a published package cannot be replaced.`;
  const fix = "Put the published package back and add the new one under a higher version.";
  return [problem("plan-version-changed", { field, message, fix })];
}

function checkPrices(plan: Plan, live: Plan): Finding[] {
  return ["monthlyPricing", "monthlyPricingV2"].flatMap((name) =>
    raisedPrices(live.fields[name], plan.fields[name], `${plan.field}.${name}`).map((field) =>
      problem("plan-price-raised", {
        field,
        message: `A price of plan "${plan.planId}" is higher than the live one.`,
        fix: "Lower it again; a higher price needs a new plan.",
      }),
    ),
  );
}

function checkVisibility(plan: Plan, live: Plan): Finding[] {
  if (isPrivate(live) || !isPrivate(plan)) return [];
  const field = `${plan.field}.restrictedAudience`;
  const message = `Plan "${plan.planId}" is live for everyone; a public plan cannot become private.`;
  const fix = "Remove the restricted audience, or add a new private plan.";
  return [problem("plan-made-private", { field, message, fix })];
}
