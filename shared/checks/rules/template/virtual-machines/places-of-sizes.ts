import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";

export type Place = "declared" | "passed to an inner template" | "elsewhere";

/** Parameters are declared in a template and passed in the properties of a deployment. */
export function placeOf(owner: JsonNode): Place {
  let isDeclared = false;
  for (let at: JsonNode | undefined = owner; at !== undefined; at = at.parent) {
    if (!isValueOf(at, "parameters")) continue;
    const around = at.parent?.parent;
    if (around !== undefined && isValueOf(around, "properties")) {
      const scope = stringOf(valueAt(around, "expressionEvaluationOptions", "scope"));
      return at === owner && sameText(scope, "inner") ? "passed to an inner template" : "elsewhere";
    }
    isDeclared = true;
  }
  return isDeclared ? "declared" : "elsewhere";
}

function isValueOf(node: JsonNode, name: string): boolean {
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return sameText(stringOf(key), name);
}
