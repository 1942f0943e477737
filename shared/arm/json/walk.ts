import type { JsonNode } from "./json-document.ts";
import { type FoundProperty, TreeIndex } from "./tree-index.ts";

/** Whether a node stands at or below another, by where they are in the text. */
const isWithin = (node: JsonNode, outer: JsonNode): boolean =>
  node.offset >= outer.offset && node.offset + node.length <= outer.offset + outer.length;

/** Which nodes of the document count: those below `node`, but not in the subtrees in `without`. */
function counts(
  node: JsonNode,
  without: ReadonlySet<JsonNode> | undefined,
): (found: JsonNode) => boolean {
  const cuts = [...(without ?? [])].filter((cut) => isWithin(cut, node) || isWithin(node, cut));
  if (node.parent === undefined && cuts.length === 0) return () => true;
  return (found) => isWithin(found, node) && !cuts.some((cut) => isWithin(found, cut));
}

/** Every property of the wanted names at any depth, whatever their letter case. */
export function* findProperties(
  node: JsonNode | undefined,
  names: readonly string[],
  without?: ReadonlySet<JsonNode>,
): Generator<FoundProperty> {
  if (node === undefined) return;
  const isWanted = counts(node, without);
  for (const found of TreeIndex.of(node).properties(names)) if (isWanted(found.owner)) yield found;
}

/** The strings below a node, property names left out. */
export function* stringsBelow(
  node: JsonNode | undefined,
  without?: ReadonlySet<JsonNode>,
): Generator<JsonNode> {
  if (node === undefined) return;
  const isWanted = counts(node, without);
  for (const found of TreeIndex.of(node).strings) if (isWanted(found)) yield found;
}
