import type { Finding } from "../../../findings/finding.ts";
import { checkManualEntries } from "../../audience/manual-entries.ts";
import { listOf, objectOf, textOf } from "../../json-fields.ts";
import { problemAt } from "../../model/inspect/model-finding.ts";
import type { PlacedPlan } from "./placed-plan.ts";

/** A private plan names its audience by subscription IDs, or by one CSV file. */
export function checkAudience(plan: PlacedPlan): Finding[] {
  const audience = objectOf(plan.fields["restrictedAudience"]);
  const entries = listOf(audience["manualEntries"]);
  const path = [...plan.path, "restrictedAudience"];
  if (entries.length > 0 && textOf(audience["uploadedCsvUri"]) !== "") {
    const place = { tab: "SKUs", label: "Restricted audience", path } as const;
    const message = "The private audience is given twice.";
    return [problemAt("plan-audience", place, { message, fix: "Keep the list or the CSV file." })];
  }
  return checkManualEntries(entries).map((found) => {
    const place = [...path, "manualEntries", ...found.path];
    const { message, fix } = found;
    return problemAt(
      "plan-audience",
      { tab: "SKUs", label: "Private audience", path: place },
      { message, fix },
    );
  });
}
