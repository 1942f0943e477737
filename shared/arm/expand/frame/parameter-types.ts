import type { JsonNode } from "../../json/json-document.ts";
import { itemsOf, stringOf, valueAt } from "../../json/node.ts";
import { readValue } from "../reading/read-value.ts";
import { report, type Site } from "../reading/site.ts";
import type { ArmType } from "../values/arm-type.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { Symbolic } from "../values/symbolic.ts";
import { isSame } from "../values/traverse.ts";
import { fits, typeOf } from "../values/value-types.ts";

const types: Partial<Record<string, ArmType>> = {
  string: "string",
  securestring: "string",
  int: "int",
  bool: "bool",
  array: "array",
  object: "object",
  secureobject: "object",
};

/** A parameter as it is declared, references to the template's own types followed. */
export interface Declaration {
  readonly name: string;
  readonly key: JsonNode;
  readonly node: JsonNode;
  readonly type: ArmType;
  readonly isSecure: boolean;
  readonly isNullable: boolean;
}

export function declarationOf(
  { name, key, value }: { name: string; key: JsonNode; value: JsonNode },
  template: JsonNode,
): Declaration {
  const definition = followed(value, template);
  const type = (stringOf(valueAt(definition, "type")) ?? "").toLowerCase();
  return {
    name,
    key,
    node: value,
    type: types[type] ?? "any",
    isSecure: type.startsWith("secure"),
    isNullable: [value, definition].some((node) => valueAt(node, "nullable")?.value === true),
  };
}

/** Reports a value that the declaration does not allow. */
export function checkValue(declared: Declaration, value: ArmValue, at: JsonNode, site: Site): void {
  if (value instanceof Symbolic || (value === null && declared.isNullable)) return;
  if (!fits(typeOf(value), declared.type)) {
    const message = `The parameter "${declared.name}" must be of type ${declared.type}, but its value is of type ${typeOf(value)}.`;
    report(site, at, "parameter-type", message);
    return;
  }
  const allowed = itemsOf(valueAt(declared.node, "allowedValues"));
  if (allowed.length === 0 || declared.type === "array") return;
  if (typeof value === "object") return;
  const { work } = site.environment;
  const isAllowed = allowed.some((node) =>
    isSame(lower(readValue(node, site)), lower(value), work),
  );
  if (!isAllowed) {
    const message = `The value of the parameter "${declared.name}" is none of its ${allowed.length} allowed values.`;
    report(site, at, "parameter-not-allowed", message);
  }
}

function lower(value: ArmValue): ArmValue {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** Follows `$ref` to the template's definitions, a few times at most. */
function followed(node: JsonNode, template: JsonNode): JsonNode {
  let at = node;
  for (let count = 0; count < 10; count += 1) {
    const [, name] = /^#\/definitions\/(.+)$/.exec(stringOf(valueAt(at, "$ref")) ?? "") ?? [];
    const next = name === undefined ? undefined : valueAt(template, "definitions", name);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}
