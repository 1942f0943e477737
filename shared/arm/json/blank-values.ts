import type { JsonNode } from "./json-document.ts";
import { itemsOf, propertiesOf, type JsonProperty } from "./node.ts";

/** Properties whose value says nothing: `{}`, `[]`, `""`, `null`, `[{}]` and `[""]`. */
export function* blankValues(
  node: JsonNode,
  without?: ReadonlySet<JsonNode>,
): Generator<JsonProperty> {
  if (without?.has(node) === true) return;
  for (const property of propertiesOf(node)) {
    if (without?.has(property.value) === true) continue;
    if (isBlankValue(property.value)) yield property;
    else yield* blankValues(property.value, without);
  }
  for (const item of itemsOf(node)) yield* blankValues(item, without);
}

function isBlankValue(value: JsonNode): boolean {
  if (value.type === "null") return true;
  const [first, ...others] = itemsOf(value);
  return isEmpty(value) || (first !== undefined && others.length === 0 && isEmpty(first));
}

function isEmpty(value: JsonNode): boolean {
  if (value.type === "string") return String(value.value).trim() === "";
  const isContainer = value.type === "object" || value.type === "array";
  return isContainer && (value.children ?? []).length === 0;
}
