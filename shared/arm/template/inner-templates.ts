import type { JsonNode } from "../json/json-document.ts";
import { propertiesOf, sameText, stringOf, valueAt } from "../json/node.ts";

/**
 * The nested templates that are evaluated on their own: those whose sibling asks for the inner
 * scope, and those deployed by a policy rule. What is inside a found one is not looked at.
 */
export function findInnerTemplates(node: JsonNode): JsonNode[] {
  const found: JsonNode[] = [];
  collect(node, isBelowPolicyRule(node), found);
  return found;
}

function collect(node: JsonNode, isInPolicyRule: boolean, found: JsonNode[]): void {
  if (node.type === "array") {
    for (const item of node.children ?? []) collect(item, isInPolicyRule, found);
    return;
  }
  const scope = stringOf(valueAt(node, "expressionEvaluationOptions", "scope"));
  const standsAlone = isInPolicyRule || sameText(scope, "inner");
  for (const { name, value } of propertiesOf(node)) {
    if (sameText(name, "template") && value.type === "object" && standsAlone) found.push(value);
    else collect(value, isInPolicyRule || sameText(name, "policyRule"), found);
  }
}

function isBelowPolicyRule(node: JsonNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === "property" && sameText(String(at.children?.[0]?.value), "policyRule")) {
      return true;
    }
  }
  return false;
}
