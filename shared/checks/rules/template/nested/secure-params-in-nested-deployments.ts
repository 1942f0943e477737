import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { nodesWithin } from "../../../../arm/template/search/nodes-within.ts";
import { deploymentsIn } from "../../../../arm/template/deployments.ts";
import { functionCalls, isListCall, referencesTo } from "../../../../arm/template/expression.ts";
import { secureParameters } from "../../../../arm/template/secure-parameters.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { templateRule, type Objection } from "../../rule.ts";

/** Secrets are not written into nested templates before these are deployed. */
export const secureParamsInNestedDeployments = templateRule(
  {
    id: "Secure-Params-In-Nested-Deployments",
    title: "Nested deployments of the outer scope contain no secrets",
    why: "Expressions of the outer scope are evaluated first, so the secret stays in the clear in the nested deployment's template.",
    fix: 'Set "expressionEvaluationOptions": { "scope": "inner" } and pass the value as a secure parameter.',
    example: {
      bad: `{ "template": { "resources": [{ "properties": { "key": "[parameters('adminPassword')]" } }] } }`,
      good: `{ "expressionEvaluationOptions": { "scope": "inner" }, "parameters": { "key": { "value": "[parameters('adminPassword')]" } } }`,
    },
    severity: "error",
  },
  function* check(template) {
    const secure = secureParameters(template);
    for (const nested of outerTemplates(template)) yield* checkNested(template, nested, secure);
  },
);

/** The outermost ones: those within them are looked at with them. */
function outerTemplates(template: Template): JsonNode[] {
  const found: JsonNode[] = [];
  let end = 0;
  for (const deployment of deploymentsIn(template)) {
    const scope = valueAt(deployment, "properties", "expressionEvaluationOptions", "scope");
    const nested = valueAt(deployment, "properties", "template");
    if (nested === undefined || template.cuts.has(nested) || nested.offset < end) continue;
    if (!isMissing(scope) && !sameText(stringOf(scope), "outer")) continue;
    found.push(nested);
    end = nested.offset + nested.length;
  }
  return found;
}

function* checkNested(
  template: Template,
  nested: JsonNode,
  secure: ReadonlySet<string>,
): Generator<Objection> {
  for (const at of nodesWithin(nested, template.cuts)) {
    const text = stringOf(at) ?? "";
    // Two brackets escape: what follows is left for the nested deployment.
    if (text.trimStart().startsWith("[[")) continue;
    const shown = referencesTo("parameters", text).find((name) => secure.has(name.toLowerCase()));
    if (shown !== undefined) {
      const message = `The template of a nested deployment contains the value of the secure parameter ${shown}.`;
      yield { at, errorId: "NestedDeployment.Contains.SecureParameter", message };
    }
    const list = functionCalls(text).find(isListCall);
    if (list !== undefined) {
      const message = `The template of a nested deployment contains what ${list.name} returns.`;
      yield { at, errorId: "NestedDeployment.Contains.ListFunction", message };
    }
  }
}
