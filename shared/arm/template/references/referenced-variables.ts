import type { JsonNode } from "../../json/json-document.ts";
import { valueAt } from "../../json/node.ts";
import { functionCalls, type FunctionCall } from "../expression.ts";
import type { Template } from "../template.ts";

/** The values of the variables a string refers to; with `.a.b` behind, what stands there. */
export function referencedVariables(template: Template, value: string): JsonNode[] {
  return functionCalls(value)
    .filter((call) => call.namespace === undefined && call.name.toLowerCase() === "variables")
    .flatMap((call) => {
      const name = call.tokens[call.from];
      const variable = name?.kind === "text" ? template.variable(name.value) : undefined;
      const found = valueAt(variable, ...pathBehind(call)) ?? variable;
      return found === undefined ? [] : [found];
    });
}

function pathBehind({ tokens, to }: FunctionCall): string[] {
  const path: string[] = [];
  for (let at = to + 1; tokens[at]?.value === "."; at += 2) {
    const name = tokens[at + 1];
    if (name?.kind === "name") path.push(name.value);
  }
  return path;
}
