import { propertiesOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { functionCalls, isExpression, referencesTo } from "../../../../arm/template/expression.ts";
import type { TemplateParameter } from "../../../../arm/template/template.ts";
import { templateRule, type Objection } from "../../rule.ts";

/** Behind a reference: part of its value is taken, or it is one of several arguments. */
const goesOn = /\)\s*[[.,]/;
/** Functions whose result is of a type of its own, whatever they are given. */
const converting =
  /^(?:string|int|float|bool|json|array|format|length|empty|not|and|or|equals|contains|greater|greaterOrEquals|less|lessOrEquals|startsWith|endsWith|indexOf|lastIndexOf|createArray|createObject|split|join|first|last|items|range|base64ToJson)$/i;

/** What is passed to an inner template is declared alike on both sides. */
export const parameterTypesShouldBeConsistent = templateRule(
  {
    id: "Parameter-Types-Should-Be-Consistent",
    title: "Parameters keep their type in inner templates",
    why: "The deployment fails on the type, or a secure value becomes readable in the inner deployment.",
    fix: "Declare the parameter of the inner template with the type of the one that is passed to it.",
    example: {
      bad: `{ "parameters": { "adminPassword": { "value": "[parameters('adminPassword')]" } }, "template": { "parameters": { "adminPassword": { "type": "string" } } } }`,
      good: `{ "parameters": { "adminPassword": { "value": "[parameters('adminPassword')]" } }, "template": { "parameters": { "adminPassword": { "type": "secureString" } } } }`,
    },
    severity: "error",
  },
  function* check(template) {
    for (const inner of template.inner) {
      const deployment = inner.node.parent?.parent;
      for (const { name, value } of propertiesOf(valueAt(deployment, "parameters"))) {
        const given = stringOf(valueAt(value, "value") ?? value) ?? "";
        const outer = template.parameter(mappedParameter(given) ?? "");
        const own = inner.parameter(name);
        if (outer === undefined || own === undefined) continue;
        for (const objection of compare(outer, own)) yield withConversion(objection, given);
      }
    }
  },
);

function* compare(outer: TemplateParameter, own: TemplateParameter): Generator<Objection> {
  if (outer.type === undefined || own.type === undefined || sameText(own.type, outer.type)) return;
  const message = `The parameter ${own.name} of an inner template is of type ${own.type}, and is given the parameter ${outer.name} of type ${outer.type}.`;
  const at = valueAt(own.node, "type") ?? own.key;
  yield { at, errorId: "Inconsistent.Parameter", message };
}

/** Reviewers' checker compares the declared types, whatever is made of the value in between. */
function withConversion(objection: Objection, given: string): Objection {
  const call = functionCalls(given).find(({ name }) => converting.test(name));
  if (call === undefined) return objection;
  const message = `${objection.message} Reviewers' checker does not see that ${call.name}() is in between.`;
  const fix = "Make the conversion in a variable, and pass that.";
  return { ...objection, message, fix, severity: "warning" };
}

/** The one parameter that is passed on; plain text names none. */
function mappedParameter(given: string): string | undefined {
  if (!isExpression(given)) return undefined;
  const [name, ...others] = referencesTo("parameters", given);
  if (name === undefined || others.length > 0) return undefined;
  const behind = given.slice(given.toLowerCase().indexOf("parameters"));
  return goesOn.test(behind) ? undefined : name;
}
