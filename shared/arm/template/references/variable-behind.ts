import type { JsonNode } from "../../json/json-document.ts";
import type { Template } from "../template.ts";

const onlyVariable = /^\s*\[\s*variables\s*\(\s*'(?<name>[^']+)'\s*\)\s*\]\s*$/i;

/** The value of a variable, for a string that is nothing but a reference to it. */
export function variableBehind(template: Template, value: string): JsonNode | undefined {
  const name = onlyVariable.exec(value)?.groups?.["name"];
  return name === undefined ? undefined : template.variable(name);
}
