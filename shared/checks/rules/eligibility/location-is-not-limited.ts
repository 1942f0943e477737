import { isMissing, valueAt } from "../../../arm/json/node.ts";
import { templateRule } from "../rule.ts";
import { criteria } from "./criteria.ts";

/** The parameter `location` takes every location. */
export const locationIsNotLimited = templateRule(
  criteria.locationIsFree,
  function* check(template) {
    const allowed = valueAt(template.parameter("location")?.node, "allowedValues");
    if (template.role !== "main" || allowed === undefined || isMissing(allowed)) return;
    const message = "The parameter location allows certain locations only.";
    yield { at: allowed, message, errorId: "Location.Is.Limited" };
  },
);
