import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { containsExpression, functionCalls } from "../../../../arm/template/expression.ts";
import { stringsWithin } from "../../../../arm/template/references/parameter-trail.ts";
import { referencedVariables } from "../../../../arm/template/references/referenced-variables.ts";
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
  const values = [...givenValues(template, credential)];
  for (const { at, given, section } of values) {
    if (!isBracketed(given)) yield literal(at, credential, literalIn[section], "written out");
    else {
      // Reviewers' checker follows the last one alone; what it does not see is only advice.
      const advice = at === values.at(-1)?.at ? {} : ({ severity: "warning" } as const);
      for (const objection of literalVariable(template, at, given, credential))
        yield { ...objection, ...advice };
    }
  }
}

const literalIn = { resources: "Is.Literal", variables: "Var.Is.Literal" };

function* givenValues(template: Template, { properties }: AdminCredential) {
  for (const section of ["resources", "variables"] as const) {
    for (const { value } of template.findBelow(section, ...properties)) {
      const at = stringOf(value) === undefined ? valueAt(value, "value") : value;
      const given = stringOf(at);
      if (at !== undefined && given !== undefined) yield { at, given, section };
    }
  }
}

/** `[variables('x')]` or a part of it, where what stands there is no expression itself. */
function* literalVariable(
  template: Template,
  at: JsonNode,
  given: string,
  credential: AdminCredential,
): Generator<Objection> {
  const [outermost] = functionCalls(given);
  if (outermost === undefined || !sameText(outermost.name, "variables")) return;
  const name = outermost.tokens[outermost.from];
  const [variable] = referencedVariables(template, given);
  if (name?.kind !== "text" || variable === undefined) return;
  if (stringsWithin(variable).some((text) => containsExpression(stringOf(text) ?? ""))) return;
  yield literal(at, credential, "Is.Variable.Literal", `the literal variable ${name.value}`);
}

/** Something between brackets, found without going back. */
function isBracketed(text: string): boolean {
  const parts = text.split("]").slice(0, -1);
  return parts.some((part) => part.includes("[") && part.indexOf("[") < part.length - 1);
}

function literal(at: JsonNode, credential: AdminCredential, id: string, what: string): Objection {
  const message = `The ${credential.noun} is ${what}, so every deployment has the same one.`;
  return { at, errorId: `${credential.errorPrefix}.${id}`, message };
}
