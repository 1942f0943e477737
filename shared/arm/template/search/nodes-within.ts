import type { JsonNode } from "../../json/json-document.ts";

/** A node and everything below it in the order of the text, without the subtrees in `without`. */
export function* nodesWithin(
  node: JsonNode | undefined,
  without: ReadonlySet<JsonNode>,
): Generator<JsonNode> {
  const waiting = node === undefined ? [] : [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (without.has(at)) continue;
    yield at;
    const below = at.children ?? [];
    for (let place = below.length - 1; place >= 0; place -= 1) {
      const child = below[place];
      if (child !== undefined) waiting.push(child);
    }
  }
}
