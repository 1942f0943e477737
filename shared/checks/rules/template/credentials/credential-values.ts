import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import type { Template } from "../../../../arm/template/template.ts";

/** A string and the name that says what it is for. */
export interface NamedValue {
  name: string;
  value: JsonNode;
  text: string;
}

/** The strings of resources and variables, and the defaults of parameters that are not secure. */
export function* namedValues(template: Template): Generator<NamedValue> {
  for (const section of ["resources", "variables"]) {
    for (const value of template.stringsIn(valueAt(template.node, section))) {
      const name = nameOf(value);
      if (name !== undefined) yield { name, value, text: String(value.value) };
    }
  }
  for (const { name, type, defaultValue } of template.parameters) {
    const text = stringOf(defaultValue);
    if (defaultValue === undefined || text === undefined) continue;
    if (!sameText(type, "secureString")) yield { name, value: defaultValue, text };
  }
}

/** A value may be wrapped (`"x": {"value": …}`) or have its name beside it, as settings do. */
function nameOf(value: JsonNode): string | undefined {
  const key = keyOf(value);
  if (key === undefined || !sameText(key, "value")) return key;
  const owner = value.parent?.parent;
  return (
    stringOf(valueAt(owner, "name")) ?? (owner === undefined ? undefined : keyOf(owner)) ?? key
  );
}

function keyOf(node: JsonNode): string | undefined {
  return node.parent?.type === "property" ? String(node.parent.children?.[0]?.value) : undefined;
}
