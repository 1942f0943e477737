import type { Finding } from "../../findings/finding.ts";
import type { JsonObject } from "../json-fields.ts";
import { plansOf } from "../plans.ts";
import { bindingFacts, type PublishedPast } from "./facts/facts-for-next.ts";
import { checkPublishedOffer } from "./rules/offer-rules.ts";
import { checkPublishedPlan, checkRemovedPlans } from "./rules/plan-rules.ts";

interface ChangeInspection extends PublishedPast {
  readonly document: JsonObject;
}

/** Everything a document changes that earlier published versions do not allow. */
export function checkChanges(inspection: ChangeInspection): Finding[] {
  const { document } = inspection;
  const facts = bindingFacts(inspection);
  if (facts === undefined) return [];
  const earlier = new Map(facts.plans.map((plan) => [plan.planId, plan] as const));
  const plans = plansOf(document);
  return [
    ...checkPublishedOffer(document, facts),
    ...checkRemovedPlans(plans, facts.plans),
    ...plans.flatMap((plan, index) => {
      const known = earlier.get(plan.planId);
      if (known === undefined) return [];
      const at = ["definition", "plans", index];
      return checkPublishedPlan({ plan, earlier: known, at, context: inspection });
    }),
  ];
}
