import type { JsonNode } from "./json-document.ts";
import { stringOf, valueAt } from "./node.ts";

/** What tells the elements of a list apart, in templates and in definitions. */
const identities = ["name", "type", "label"];

/** Where a node stands, with list elements by what they are called: inserting others does not move it. */
export function stablePathOf(node: JsonNode): string {
  const steps: string[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (parent.type === "array") steps.push(`[${identityIn(parent, at)}]`);
    else if (parent.type === "property") {
      const isKey = parent.children?.[0] === at;
      steps.push(isKey ? `${String(at.value)}:` : String(parent.children?.[0]?.value));
    }
  }
  return steps.reverse().join("/").toLowerCase();
}

function identityIn(list: JsonNode, element: JsonNode): string {
  const own = nameOf(element);
  const namesakes = (list.children ?? []).filter((other) => nameOf(other) === own);
  const place = namesakes.indexOf(element);
  return place > 0 ? `${own} ${String(place + 1)}` : own;
}

const nameOf = (element: JsonNode): string =>
  stringOf(element) ??
  identities.flatMap((identity) => stringOf(valueAt(element, identity)) ?? []).join(" ");
