import type { JsonObject } from "../json-fields.ts";
import { listOf, objectOf, textOf } from "../json-fields.ts";

/** Whether only a restricted audience may see a plan. */
export function isPrivatePlan(plan: JsonObject): boolean {
  const audience = objectOf(plan["restrictedAudience"]);
  return listOf(audience["manualEntries"]).length > 0 || textOf(audience["uploadedCsvUri"]) !== "";
}
