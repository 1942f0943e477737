import type { JsonNode } from "./json-document.ts";

/** How many of the sorted values come before the first that is at least `offset`. */
export function countBefore<T>(
  sorted: readonly T[],
  offset: number,
  offsetOf: (value: T) => number,
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle];
    if (value !== undefined && offsetOf(value) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const offsetOf = (node: JsonNode): number => node.offset;
const sortedSets = new WeakMap<ReadonlySet<JsonNode>, readonly JsonNode[]>();

/** Whether a node stands in one of these subtrees, none of which is inside another. */
export function isInOneOf(subtrees: ReadonlySet<JsonNode>, node: JsonNode): boolean {
  let sorted = sortedSets.get(subtrees);
  if (sorted === undefined) {
    sorted = [...subtrees].sort((a, b) => a.offset - b.offset);
    sortedSets.set(subtrees, sorted);
  }
  const before = sorted[countBefore(sorted, node.offset + 1, offsetOf) - 1];
  return before !== undefined && node.offset < before.offset + before.length;
}
