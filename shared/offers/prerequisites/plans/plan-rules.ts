import type { Finding } from "../../../findings/finding.ts";
import { textOf } from "../../json-fields.ts";
import { plansOf, skuKindOf, applications } from "../../plans.ts";
import type { Plan } from "../../plans.ts";
import { checkAudience } from "./audience-rules.ts";
import { checkManagedApplication } from "./managed-application-rules.ts";
import { planTextFields } from "../offer-fields.ts";
import type { OfferInspection } from "../offer-inspection.ts";
import { checkPackages } from "./package-rules.ts";
import { problem } from "../prerequisite-finding.ts";
import { checkPublishedPlan } from "./published-rules.ts";
import { checkText } from "../text-rules.ts";

const planId = /^[a-z0-9_-]{0,49}[a-z0-9_]$/;

/** Every plan: who it is, what it says, what it installs, and what may not change any more. */
export function checkPlans(inspection: OfferInspection): Finding[] {
  const plans = plansOf(inspection.document);
  if (plans.length === 0) {
    const message = "The offer has no plan (SKU).";
    const fix = "Add at least one plan with a package.";
    return [problem("offer-plans", { field: "definition.plans", message, fix })];
  }
  return plans.flatMap((plan, index) => [
    ...checkIdentity(plan, plans.slice(0, index)),
    ...planTextFields.flatMap((field) => checkText(plan.fields, field, plan.field)),
    ...checkType(plan),
    ...checkAudience(plan),
    ...checkPackages(inspection, plan),
    ...checkPublishedPlan(inspection, plan),
  ]);
}

function checkIdentity(plan: Plan, earlier: readonly Plan[]): Finding[] {
  const field = `${plan.field}.planId`;
  if (!planId.test(plan.planId)) {
    const message = `"${plan.planId}" is not a SKU ID.`;
    const fix =
      "Use at most 50 lower-case letters, digits, dashes and underscores, with no dash at the end.";
    return [problem("plan-identity", { field, message, fix })];
  }
  if (!earlier.some((other) => other.planId === plan.planId)) return [];
  const message = `Two plans have the SKU ID "${plan.planId}".`;
  return [problem("plan-identity", { field, message, fix: "Give each plan an ID of its own." })];
}

function checkType(plan: Plan): Finding[] {
  const kind = skuKindOf(plan.skuType);
  if (kind === "managed-application") return checkManagedApplication(plan);
  if (kind === "solution-template") return [];
  const field = `${plan.field}.${applications}skuType`;
  const said = textOf(plan.skuType);
  const message = said === "" ? "SKU type is missing." : `"${said}" is not a SKU type.`;
  const fix = "Use solution-template or managed-application.";
  return [problem(said === "" ? "offer-field-required" : "plan-identity", { field, message, fix })];
}
