import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../../arm/json/node.ts";

/** Where something stands in the form. */
export interface ElementPath {
  page: "basics" | "steps";
  /** The step, then the sections, then the element; what is in a grid goes by the grid's name. */
  names: readonly string[];
}

/** The element that a node is, or is part of; none outside of the pages. */
export function elementPathOf(node: JsonNode): ElementPath | undefined {
  let names: string[] = [];
  for (let at: JsonNode | undefined = node; at !== undefined; at = at.parent) {
    const name = stringOf(valueAt(at, "name")) ?? "";
    if (name !== "") names.unshift(name);
    const list = listOf(at);
    if (list === "columns") names = [];
    if (list === "basics" || list === "steps") return { page: list, names };
  }
  return undefined;
}

/** The name of a property that holds a list, in small letters. */
function listOf({ type, children }: JsonNode): string | undefined {
  const [key, value] = children ?? [];
  return type === "property" && value?.type === "array"
    ? String(key?.value).toLowerCase()
    : undefined;
}
