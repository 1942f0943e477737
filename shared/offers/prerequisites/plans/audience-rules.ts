import type { Finding } from "../../../findings/finding.ts";
import { listOf, objectOf, textOf } from "../../json-fields.ts";
import type { Plan } from "../../plans.ts";
import { isGuid } from "../offer-inspection.ts";
import { problem } from "../prerequisite-finding.ts";
import { isWebAddress } from "../text-rules.ts";

const mostEntries = 10;

/** Whether only a restricted audience may see the plan. */
export const isPrivate = (plan: Plan): boolean => {
  const audience = objectOf(plan.fields["restrictedAudience"]);
  return listOf(audience["manualEntries"]).length > 0 || textOf(audience["uploadedCsvUri"]) !== "";
};

/** A private plan names its audience by subscription IDs, or by one CSV file. */
export function checkAudience(plan: Plan): Finding[] {
  if (!isPrivate(plan)) return [];
  const field = `${plan.field}.restrictedAudience`;
  const audience = objectOf(plan.fields["restrictedAudience"]);
  const entries = listOf(audience["manualEntries"]).map(objectOf);
  const csv = textOf(audience["uploadedCsvUri"]);
  const found = (at: string, message: string, fix: string): Finding =>
    problem("plan-audience", { field: field + at, message, fix });
  if (entries.length > 0 && csv !== "") {
    return [found("", "The private audience is given twice.", "Keep the list or the CSV file.")];
  }
  if (csv !== "" && !isWebAddress(csv)) {
    return [found(".uploadedCsvUri", "The CSV file has no web address.", "Enter its address.")];
  }
  const tooMany = `The private audience has ${String(entries.length)} entries; a list holds at most ${String(mostEntries)}.`;
  return [
    ...(entries.length > mostEntries
      ? [found(".manualEntries", tooMany, "Upload them as a CSV file.")]
      : []),
    ...entries.flatMap((entry, index) =>
      isGuid(entry["id"])
        ? []
        : [
            found(
              `.manualEntries[${String(index)}]`,
              "An entry of the private audience is not a subscription ID.",
              "Enter the subscription's GUID.",
            ),
          ],
    ),
  ];
}
