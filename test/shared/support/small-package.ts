import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { packageOf } from "./package-of.ts";

export const schema =
  "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
export const uiSchema =
  "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#";
export const deployments = "Microsoft.Resources/deployments";

export const goodTemplate = {
  $schema: schema,
  parameters: {
    location: {
      type: "string",
      defaultValue: "[resourceGroup().location]",
      metadata: { description: "Where everything goes" },
    },
  },
  resources: [
    {
      type: "Microsoft.Storage/storageAccounts",
      apiVersion: "2025-06-01",
      name: "account",
      location: "[parameters('location')]",
    },
  ],
};
export const goodDefinition = {
  $schema: uiSchema,
  handler: "Microsoft.Azure.CreateUIDef",
  version: "0.1.2-preview",
  parameters: { basics: [], steps: [], outputs: { location: "[location()]" } },
};

export interface Files {
  template?: object | string;
  definition?: object | string;
  more?: Record<string, unknown>;
}

export function certify({ template = {}, definition = {}, more = {} }: Files) {
  const over = (good: object, change: object | string) =>
    typeof change === "string" ? change : { ...good, ...change };
  return certifyPackage(
    packageOf({
      "mainTemplate.json": over(goodTemplate, template),
      "createUiDefinition.json": over(goodDefinition, definition),
      ...more,
    }),
    factsAsOf(new Date("2026-11-01")),
  );
}

/** A few lines of a template leave things unused and unsaid that a whole one would not. */
const onWholeTemplates = [
  "DeploymentTemplate-Schema-Is-Correct",
  "Parameters-Must-Be-Referenced",
  "Variables-Must-Be-Referenced",
  "template-expands",
  "api-versions-are-known",
  "parameters-are-described",
];

/** What was found where; with `rules`, by those alone. */
export const said = (files: Files, rules?: readonly string[]) =>
  certify(files)
    .filter(({ ruleId }) => rules?.includes(ruleId) ?? true)
    .filter(({ ruleId }) => !onWholeTemplates.includes(ruleId))
    .map(({ errorId, severity, ruleId, jsonPath }) =>
      [errorId ?? `${severity} ${ruleId}`, jsonPath].join(" @ "),
    );

export const parameter = (name: string, declaration: object) => ({
  template: {
    parameters: { ...goodTemplate.parameters, [name]: { defaultValue: "", ...declaration } },
  },
});
export const outputs = (values: object) => ({
  definition: { parameters: { outputs: { location: "[location()]", ...values } } },
});
export const control = (element: object) => ({
  definition: { parameters: { ...goodDefinition.parameters, basics: [element] } },
});
export const nested = (scope: string, template: object) => ({
  template: {
    resources: [
      { type: deployments, properties: { expressionEvaluationOptions: { scope }, template } },
    ],
  },
});
