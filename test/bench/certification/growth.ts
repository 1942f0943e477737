import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../shared/checks/model/certification-model.ts";
import { runRules } from "../../../shared/checks/run-rules.ts";
import { type Figure, quantile } from "../figure.ts";

const facts = factsAsOf(new Date("2026-11-01"));
const rounds = 5;
const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
const path = "mainTemplate.json";

const account = (name: string) => ({
  ...{ type: "Microsoft.Storage/storageAccounts", apiVersion: "2025-06-01", name },
  ...{ location: "[parameters('location')]", sku: { name: "Standard_LRS" }, kind: "StorageV2" },
});
const nested = (at: number) => ({
  ...{ type: "Microsoft.Resources/deployments", apiVersion: "2024-03-01", name: `d${String(at)}` },
  properties: {
    ...{ mode: "Incremental", expressionEvaluationOptions: { scope: "inner" } },
    parameters: { location: { value: "[parameters('location')]" } },
    template: {
      ...{ $schema: schema, contentVersion: "1.0.0.0" },
      parameters: { location: { type: "string" } },
      resources: [account(`a${String(at)}`)],
    },
  },
});
const kinds = {
  resources: (at: number) => account(`a${String(at)}`),
  "nested deployments": nested,
};

/** What reading and judging a template costs, in milliseconds. */
function cost(resources: readonly object[]): number {
  const location = { type: "string", defaultValue: "[resourceGroup().location]" };
  const template = { $schema: schema, parameters: { location }, resources };
  const bytes = Buffer.from(JSON.stringify(template, undefined, 2));
  const samples = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    const parts = { mainTemplate: path, createUiDefinition: undefined };
    runRules({ ...buildModel([{ path, bytes }], parts), facts });
    return performance.now() - begun;
  });
  return quantile(samples, 0.5);
}

/** How the cost of one resource, and of one nested deployment, grows with their number. */
export function* growthFigures(): Iterable<Figure> {
  for (const [kind, make] of Object.entries(kinds)) {
    const few = cost(Array.from({ length: 250 }, (_, at) => make(at))) / 250;
    for (const count of [1000, 4000]) {
      const value = cost(Array.from({ length: count }, (_, at) => make(at))) / count;
      const name = `each of ${count.toLocaleString("en")} ${kind}`;
      yield { name, value, unit: "ms", ratio: value / few, to: "each of 250" };
    }
  }
}
