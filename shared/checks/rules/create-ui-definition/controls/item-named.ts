import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { itemsOf, stringOf, valueAt } from "../../../../arm/json/node.ts";

const known = new WeakMap<JsonNode, ReadonlyMap<string, JsonNode>>();

/** The first item of a list with a name, whatever its letter case. */
export function itemNamed(list: JsonNode | undefined, name: string): JsonNode | undefined {
  if (list === undefined) return undefined;
  let items = known.get(list);
  if (items === undefined) {
    items = byName(list);
    known.set(list, items);
  }
  return items.get(name.toLowerCase());
}

function byName(list: JsonNode): Map<string, JsonNode> {
  const items = new Map<string, JsonNode>();
  for (const item of itemsOf(list)) {
    const name = stringOf(valueAt(item, "name"))?.toLowerCase();
    if (name !== undefined && !items.has(name)) items.set(name, item);
  }
  return items;
}
