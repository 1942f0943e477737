import type { JsonNode } from "./json-document.ts";
import { propertiesOf, type JsonProperty } from "./node.ts";

/** A property somewhere in a tree, with the object that holds it. */
export interface FoundProperty extends JsonProperty {
  owner: JsonNode;
}

/** Visits a node and everything below it, leaving out the subtrees in `without`. */
function* nodesBelow(
  node: JsonNode | undefined,
  without?: ReadonlySet<JsonNode>,
): Generator<JsonNode> {
  if (node === undefined || without?.has(node) === true) return;
  yield node;
  for (const child of node.children ?? []) yield* nodesBelow(child, without);
}

/** Every property of the wanted names at any depth, whatever their letter case. */
export function* findProperties(
  node: JsonNode | undefined,
  names: readonly string[],
  without?: ReadonlySet<JsonNode>,
): Generator<FoundProperty> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const owner of nodesBelow(node, without)) {
    for (const property of propertiesOf(owner)) {
      if (wanted.has(property.name.toLowerCase())) yield { ...property, owner };
    }
  }
}

/** The strings below a node, property names left out. */
export function* stringsBelow(
  node: JsonNode | undefined,
  without?: ReadonlySet<JsonNode>,
): Generator<JsonNode> {
  for (const below of nodesBelow(node, without)) {
    const isKey = below.parent?.type === "property" && below.parent.children?.[0] === below;
    if (below.type === "string" && !isKey) yield below;
  }
}
