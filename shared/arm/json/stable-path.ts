import type { JsonNode } from "./json-document.ts";
import { propertiesOf, stringOf } from "./node.ts";

/** Where a node stands, with list elements by what they are called: inserting others does not move it. */
export function stablePathOf(node: JsonNode): string {
  const steps: string[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (parent.type === "array") steps.push(`[${identitiesIn(parent).get(at) ?? ""}]`);
    else if (parent.type === "property") {
      const isKey = parent.children?.[0] === at;
      steps.push(isKey ? `${String(at.value)}:` : String(parent.children?.[0]?.value));
    }
  }
  return steps.reverse().join("/").toLowerCase();
}

/** Lists are long, and many findings point into the same one. */
const known = new WeakMap<JsonNode, ReadonlyMap<JsonNode, string>>();

function identitiesIn(list: JsonNode): ReadonlyMap<JsonNode, string> {
  const before = known.get(list);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  const identities = new Map<JsonNode, string>();
  for (const element of list.children ?? []) {
    const own = nameOf(element);
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    identities.set(element, count > 1 ? `${own} ${String(count)}` : own);
  }
  known.set(list, identities);
  return identities;
}

/** What tells the elements of a list apart, in templates and in definitions. */
function nameOf(element: JsonNode): string {
  const text = stringOf(element);
  if (text !== undefined) return text;
  return propertiesOf(element)
    .filter(({ name }) => /^(?:name|type|label)$/i.test(name))
    .map(({ value }) => stringOf(value) ?? "")
    .join(" ");
}
