import type { JsonNode } from "../json/json-document.ts";
import { sameText, stringOf } from "../json/node.ts";
import { deploymentType } from "./resource.ts";
import type { Template } from "./template.ts";

/** Everything under `resources` that says it is a deployment, at any depth. */
export function deploymentsIn(template: Template): JsonNode[] {
  return Array.from(template.findBelow("resources", "type"))
    .filter(({ value }) => sameText(stringOf(value), deploymentType))
    .map(({ owner }) => owner);
}
