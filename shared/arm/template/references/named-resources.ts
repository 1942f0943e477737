import type { JsonNode } from "../../json/json-document.ts";
import { referencesTo } from "../expression.ts";
import type { Template } from "../template.ts";

/** For each variable, in lower case, the first resource whose name is made with it. */
export function resourcesByNameVariable(template: Template): ReadonlyMap<string, JsonNode> {
  const found = new Map<string, JsonNode>();
  for (const { node, name = "" } of template.resources) {
    for (const variable of referencesTo("variables", name)) {
      const key = variable.toLowerCase();
      if (!found.has(key)) found.set(key, node);
    }
  }
  return found;
}
