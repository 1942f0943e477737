import type { Finding } from "../../../findings/finding.ts";
import { listOf, objectOf, textOf } from "../../json-fields.ts";
import { applications, newestPackage } from "../../plans.ts";
import type { Plan, PlanPackage } from "../../plans.ts";
import { isGuid } from "../offer-inspection.ts";
import { problem } from "../prerequisite-finding.ts";

/** A managed application says where it is sold and who of the publisher may manage it. */
export function checkManagedApplication(plan: Plan): Finding[] {
  const newest = newestPackage(plan);
  return [...checkMarkets(plan), ...(newest === undefined ? [] : checkAccess(plan, newest))];
}

function checkMarkets(plan: Plan): Finding[] {
  const field = `${plan.field}.regions`;
  const regions = listOf(plan.fields["regions"]);
  if (regions.length > 0 && regions.every((region) => /^[A-Z]{2}$/i.test(textOf(region))))
    return [];
  const message = "The plan does not say in which countries it is available.";
  const fix = "List at least one country by its ISO 3166-1 code, such as US.";
  return [problem("plan-managed-application", { field, message, fix })];
}

function checkAccess(plan: Plan, { version, entry }: PlanPackage): Finding[] {
  const at = `${plan.field}.${applications}package.${version}`;
  const authorizations = listOf(entry["authorizations"]).map(objectOf);
  const found = (field: string, message: string, fix: string): Finding =>
    problem("plan-managed-application", { field: `${at}.${field}`, message, fix });
  const tenant = isGuid(objectOf(entry["packageVersion"])["tenantId"])
    ? []
    : [found("packageVersion.tenantId", "The tenant ID is missing.", "Enter your tenant's GUID.")];
  if (authorizations.length === 0) {
    const message = "Nobody is authorised to manage the application.";
    const fix = "Add an authorization of a principal ID and a role definition ID.";
    return [...tenant, found("authorizations", message, fix)];
  }
  const malformed = authorizations.flatMap((authorization, index) =>
    isGuid(authorization["principalId"]) && isGuid(authorization["roleDefinitionId"])
      ? []
      : [
          found(
            `authorizations[${String(index)}]`,
            "An authorization lacks its principal ID or role definition ID.",
            "Enter both as GUIDs.",
          ),
        ],
  );
  return [...tenant, ...malformed];
}
