import type { JsonNode } from "./json-document.ts";
import { isInOneOf } from "./spans.ts";
import { type FoundProperty, TreeIndex } from "./tree-index.ts";

const nothing: ReadonlySet<JsonNode> = new Set();

/** Every property of the wanted names at any depth, whatever their letter case. */
export function* findProperties(
  node: JsonNode | undefined,
  names: readonly string[],
  without = nothing,
): Generator<FoundProperty> {
  if (node === undefined) return;
  for (const found of TreeIndex.of(node).properties(names, node))
    if (!isInOneOf(without, found.owner)) yield found;
}

/** The strings below a node, property names left out. */
export function* stringsBelow(node: JsonNode | undefined, without = nothing): Generator<JsonNode> {
  if (node === undefined) return;
  for (const found of TreeIndex.of(node).strings(node)) if (!isInOneOf(without, found)) yield found;
}
