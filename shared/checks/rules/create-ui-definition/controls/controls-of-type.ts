import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { findProperties } from "../../../../arm/json/walk.ts";

/** An element of the form. */
export interface Control {
  node: JsonNode;
  name: string;
  type: string;
  /** Where its type stands. */
  typeNode: JsonNode;
}

/** The elements of some types, at any depth. */
export function* controlsOfType(
  definition: JsonNode,
  types: readonly string[],
): Generator<Control> {
  const wanted = new Set(types.map((type) => type.toLowerCase()));
  for (const { value, owner } of findProperties(definition, ["type"])) {
    const type = stringOf(value);
    if (type === undefined || !wanted.has(type.toLowerCase())) continue;
    const name = stringOf(valueAt(owner, "name")) ?? "";
    yield { node: owner, name, type, typeNode: value };
  }
}
