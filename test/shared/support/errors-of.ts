import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../shared/checks/model/certification-model.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";

const facts = factsAsOf(new Date("2026-11-01"));
const $schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

/** The ids of the errors that one rule finds in a template; a main one, unless its path says otherwise. */
export function errorsOf(id: string, template: object, path = "mainTemplate.json"): string[] {
  const rule = allRules.find((it) => it.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const text = JSON.stringify({ $schema, resources: [], ...template });
  const model = buildModel([{ path, bytes: new TextEncoder().encode(text) }], {
    mainTemplate: path === "mainTemplate.json" ? path : undefined,
    createUiDefinition: undefined,
  });
  return rule
    .run({ ...model, facts })
    .filter(({ reference }) => reference === "error")
    .map(({ errorId }) => errorId ?? "");
}

/** A nested deployment; of no scope, if none is given. */
export function deploymentOf(scope: string, template: object, parameters = {}) {
  const properties = { expressionEvaluationOptions: { scope }, parameters, template };
  return { type: "Microsoft.Resources/deployments", name: "nested", properties };
}
