import { decodeText } from "../arm/json/reading/decode-text.ts";
import type { JsonDocument } from "../arm/json/json-document.ts";
import { readJson } from "../arm/json/reading/read-json.ts";
import type { Finding } from "../findings/finding.ts";
import type { JsonObject } from "../offers/json-fields.ts";
import { applications, newestPackage, plansOf, skuKindOf } from "../offers/plans.ts";
import type { PackageFile } from "../packages/package-contents.ts";
import { allPlanRules } from "./plans/all-plan-rules.ts";
import type { ManagedPlan } from "./plans/plan-rule.ts";

/** The createUiDefinition of the package. */
type Form = Pick<PackageFile, "path" | "bytes">;

/** The plan of that id, if it is a managed application that has a package. */
export function managedPlanOf(document: JsonObject, planId: string): ManagedPlan | undefined {
  for (const [index, plan] of plansOf(document).entries()) {
    const newest = newestPackage(plan);
    const isManaged = skuKindOf(plan.skuType) === "managed-application";
    if (plan.planId !== planId || !isManaged || newest === undefined) continue;
    const path = ["definition", "plans", index, `${applications}package`, newest.version];
    return { planId, entry: newest.entry, path };
  }
  return undefined;
}

/** What certification says of a managed application beside its package: who may do what at the customer's. */
export function certifyPlan(plan: ManagedPlan, form: Form | undefined): Finding[] {
  const definition = (): JsonDocument | undefined => definitionIn(form);
  return allPlanRules.flatMap((rule) => rule.run(plan, definition));
}

function definitionIn(form: Form | undefined): JsonDocument | undefined {
  const reading = form?.bytes && readJson(decodeText(form.bytes).text, form.path);
  return reading?.ok === true ? reading.document : undefined;
}
