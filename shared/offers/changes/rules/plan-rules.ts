import type { Finding } from "../../../findings/finding.ts";
import { isPrivatePlan } from "../../audience/private-plan.ts";
import { applications, type Plan, skuKindOf } from "../../plans.ts";
import { forbidden, warned } from "../change-finding.ts";
import { isCharged } from "../facts/facts-of.ts";
import type { PlanFacts } from "../facts/published-facts.ts";
import type { PlanChange } from "./plan-change.ts";
import { checkPrices } from "./price-rules.ts";
import { checkVersions } from "./version-rules.ts";

/** What may not change once a plan was published. */
export function checkPublishedPlan(change: PlanChange): Finding[] {
  const prices = checkPrices(change);
  return [
    ...checkType(change),
    ...checkVersions(change),
    ...checkVisibility(change),
    ...(prices.length > 0 ? prices : checkBilling(change)),
  ];
}

function checkType({ plan, earlier, at }: PlanChange): Finding[] {
  const [now, before] = [skuKindOf(plan.skuType), skuKindOf(earlier.skuType)];
  if (now === undefined || before === undefined || now === before) return [];
  const place = {
    tab: "SKUs",
    label: "SKU type",
    path: [...at, `${applications}skuType`],
  } as const;
  const message = `Plan "${plan.planId}" was published as ${before}; its type cannot become ${now}.`;
  const fix = `Set the type back to ${before}, and add a new plan for the ${now}.`;
  return [forbidden("plan-type-changed", place, { message, fix })];
}

function checkVisibility({ plan, earlier, at }: PlanChange): Finding[] {
  if (!earlier.isPublic || !isPrivatePlan(plan.fields)) return [];
  const path = [...at, "restrictedAudience"];
  const place = { tab: "SKUs", label: "Private SKU", path } as const;
  const message = `Plan "${plan.planId}" was published for everyone; a public plan cannot become private.`;
  const fix = "Remove the restricted audience, or add a new private plan.";
  return [forbidden("plan-made-private", place, { message, fix })];
}

function checkBilling({ plan, earlier, at }: PlanChange): Finding[] {
  if (earlier.isCharged || !isCharged(plan.fields)) return [];
  const place = { tab: "SKUs", label: "Pricing", path: at } as const;
  const message = `Plan "${plan.planId}" was published free of charge; it cannot begin to cost something.`;
  const fix = "Remove the prices, or add a new plan that has them.";
  return [forbidden("plan-billing-changed", place, { message, fix })];
}

/** Plans that are on sale and not in the document: allowed, but easily a renaming that went wrong. */
export function checkRemovedPlans(
  plans: readonly Plan[],
  earlier: readonly PlanFacts[],
): Finding[] {
  const [now, before] = [plans, earlier].map((list) => new Set(list.map(({ planId }) => planId)));
  const added = plans.map(({ planId }) => planId).find((planId) => !before?.has(planId));
  return earlier
    .filter(({ planId, isLive }) => isLive && !now?.has(planId))
    .map(({ planId }) => {
      const place = { tab: "SKUs", label: "SKU ID", path: ["definition", "plans"] } as const;
      const message = `Plan "${planId}" is on sale and not in this version; when this version goes live, its sale ends. Whoever has deployed it keeps it.`;
      const fix =
        added === undefined
          ? "Put the plan back if it should stay on sale."
          : `Put the plan back if it should stay on sale. A SKU ID cannot be changed: if "${added}" is the same plan, give it back the ID "${planId}".`;
      return warned("plan-removed", place, { message, fix });
    });
}
