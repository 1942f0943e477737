import type { JsonDocument } from "../../arm/json/json-document.ts";
import type { Finding } from "../../findings/finding.ts";
import { fingerprintOf } from "../../findings/fingerprint.ts";
import { type DocumentPath, fieldOf, jsonPathOf } from "../../offers/changes/document-path.ts";
import type { JsonObject } from "../../offers/json-fields.ts";
import type { RuleText } from "../rules/rule.ts";

/** What a plan of a managed application says beside its package. */
export interface ManagedPlan {
  readonly planId: string;
  /** The entry of its newest package. */
  readonly entry: JsonObject;
  /** Where that stands in the document. */
  readonly path: DocumentPath;
}

/** A field of the entry that a rule objects to. */
interface FieldObjection {
  readonly path: DocumentPath;
  /** What the offer editor calls it. */
  readonly label: string;
  /** What is there; recognises the finding in later versions. */
  readonly value: string;
  readonly errorId: string;
  readonly message: string;
}

/** The form of the plan's package, where it can be read; it is read when asked for. */
type Definition = () => JsonDocument | undefined;

/** One certification rule of managed-application plans. */
export interface PlanRule extends RuleText {
  run(plan: ManagedPlan, definition: Definition): Finding[];
}

/** A rule over the fields of a plan. */
export function planRule(
  text: RuleText,
  check: (plan: ManagedPlan, definition: Definition) => Iterable<FieldObjection>,
): PlanRule {
  return {
    ...text,
    run: (plan, definition) =>
      Array.from(check(plan, definition), (found) => toFinding(text, plan, found)),
  };
}

function toFinding(text: RuleText, plan: ManagedPlan, found: FieldObjection): Finding {
  const path = [...plan.path, ...found.path];
  const { errorId, message, label, value } = found;
  const names = found.path.filter((step) => typeof step === "string").join(".");
  return {
    ruleId: text.id,
    errorId,
    severity: text.severity,
    reference: text.severity,
    message,
    fix: text.fix,
    field: fieldOf(path),
    jsonPath: jsonPathOf(path),
    tab: "SKUs",
    label,
    fingerprint: fingerprintOf(text.id, errorId, plan.planId, names, value),
    whose: "content",
  };
}
