import type { Finding } from "../../../findings/finding.ts";
import { isPrivatePlan } from "../../audience/private-plan.ts";
import { listOf, textOf } from "../../json-fields.ts";
import type { JsonObject } from "../../json-fields.ts";
import { type FieldPlace, problemAt } from "../../model/inspect/model-finding.ts";
import { applications, plansOf, skuKindOf } from "../../plans.ts";
import { checkAudience } from "./audience-rules.ts";
import type { PlacedPlan } from "./placed-plan.ts";

const mostPrivatePlans = 45;

/** What holds between a plan's fields, and between plans. */
export function checkPlans(document: JsonObject): Finding[] {
  const plans = plansOf(document).map((plan, index) => ({
    ...plan,
    path: ["definition", "plans", index],
  }));
  return [
    ...checkPrivatePlans(plans),
    ...plans.flatMap((plan, index) => [
      ...checkIdentity(plan, plans.slice(0, index)),
      ...checkType(plan),
      ...checkAudience(plan),
    ]),
  ];
}

const placeIn = (plan: PlacedPlan, name: string, label: string): FieldPlace => ({
  tab: "SKUs",
  label,
  path: [...plan.path, name],
});

function checkPrivatePlans(plans: readonly PlacedPlan[]): Finding[] {
  const count = plans.filter(({ fields }) => isPrivatePlan(fields)).length;
  if (count <= mostPrivatePlans) return [];
  const place = { tab: "SKUs", label: "Plans", path: ["definition", "plans"] } as const;
  const message = `The offer has ${String(count)} private plans; at most ${String(mostPrivatePlans)} are allowed.`;
  return [
    problemAt("offer-plans", place, { message, fix: "Remove some, or join their audiences." }),
  ];
}

function checkIdentity(plan: PlacedPlan, earlier: readonly PlacedPlan[]): Finding[] {
  if (plan.planId === "" || !earlier.some((other) => other.planId === plan.planId)) return [];
  const message = `Two plans have the SKU ID "${plan.planId.slice(0, 60)}".`;
  const fix = "Give each plan an ID of its own.";
  return [problemAt("plan-identity", placeIn(plan, "planId", "SKU ID"), { message, fix })];
}

function checkType(plan: PlacedPlan): Finding[] {
  const kind = skuKindOf(plan.skuType);
  if (kind === "managed-application") return checkMarkets(plan);
  if (kind === "solution-template" || plan.skuType === "") return [];
  const place = placeIn(plan, `${applications}skuType`, "SKU type");
  const message = `"${plan.skuType.slice(0, 60)}" is not a SKU type.`;
  const fix = "Use solution-template or managed-application.";
  return [problemAt("plan-identity", place, { message, fix })];
}

function checkMarkets(plan: PlacedPlan): Finding[] {
  const regions = plan.fields["regions"];
  const isForTheModel = regions !== undefined && regions !== null && !Array.isArray(regions);
  if (isForTheModel || listOf(regions).some((region) => textOf(region) !== "")) return [];
  const place = placeIn(plan, "regions", "Countries");
  const message = "The plan does not say in which countries it is available.";
  const fix = "List at least one country by its ISO 3166-1 code, such as US.";
  return [problemAt("plan-managed-application", place, { message, fix })];
}
