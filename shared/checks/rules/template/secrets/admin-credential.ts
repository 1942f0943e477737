import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { containsExpression, functionCalls } from "../../../../arm/template/expression.ts";
import type { Template } from "../../../../arm/template/template.ts";
import type { Objection } from "../../rule.ts";

/** What the rules on administrators' names and passwords look for. */
export interface AdminCredential {
  /** Property names that hold it. */
  properties: readonly string[];
  /** Start of the error ids. */
  errorPrefix: string;
  /** For messages. */
  noun: string;
}

/** Literals given as a credential, in resources or variables, also by way of a variable. */
export function* literalCredentials(
  template: Template,
  credential: AdminCredential,
): Generator<Objection> {
  for (const { value } of template.findBelow("resources", ...credential.properties)) {
    const given = stringOf(value) ?? stringOf(valueAt(value, "value"));
    if (given === undefined) continue;
    if (!isBracketed(given)) yield literal(value, credential, "Is.Literal", "written out");
    else yield* literalVariable(template, value, given, credential);
  }
  for (const { value } of template.findBelow("variables", ...credential.properties)) {
    const given = stringOf(value);
    if (given === undefined) continue;
    if (!isBracketed(given))
      yield literal(value, credential, "Var.Is.Literal", "a literal variable");
  }
}

/** The one case of `[variables('x')]`, where x is no expression itself. */
function* literalVariable(
  template: Template,
  at: JsonNode,
  given: string,
  credential: AdminCredential,
): Generator<Objection> {
  const [outermost] = functionCalls(given);
  if (outermost === undefined || !sameText(outermost.name, "variables")) return;
  const name = outermost.tokens[outermost.from];
  if (name?.kind !== "text") return;
  const variable = template.variable(name.value);
  if (containsExpression(stringOf(variable) ?? "")) return;
  yield literal(at, credential, "Is.Variable.Literal", `the literal variable ${name.value}`);
}

function isBracketed(text: string): boolean {
  return /\[[^\]]+\]/.test(text);
}

function literal(at: JsonNode, credential: AdminCredential, id: string, what: string): Objection {
  const message = `The ${credential.noun} is ${what}, so every deployment has the same one.`;
  return { at, errorId: `${credential.errorPrefix}.${id}`, message };
}
