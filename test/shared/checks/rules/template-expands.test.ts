import { expect, it } from "vitest";
import { certify, deployments, goodTemplate, schema } from "../../support/small-package.ts";

const resource = { type: "Microsoft.Storage/storageAccounts", apiVersion: "2025-01-01" };
const linked = { $schema: schema, parameters: { n: { type: "string" } }, resources: [] };
const found = (template: object) =>
  certify({ template, more: { "nestedtemplates/l.json": linked } })
    .filter(({ ruleId }) => ruleId === "template-expands")
    .map(({ errorId, jsonPath, severity }) => [severity, errorId, jsonPath]);

it.each<[string, object, [string, string]]>([
  [
    "an undeclared variable",
    { resources: [{ ...resource, name: "[variables('gone')]" }] },
    ["variable-undeclared", "resources[0].name"],
  ],
  [
    "an unknown function",
    { resources: [{ ...resource, name: "[conact('a', 'b')]" }] },
    ["function-unknown", "resources[0].name"],
  ],
  [
    "two resources of one name",
    { resources: [1, 2].map(() => ({ ...resource, name: "one" })) },
    ["resource-duplicate", "resources[1]"],
  ],
  [
    "more than can be expanded",
    {
      variables: { copy: [{ name: "c", count: 800, input: "[range(0, 10000)]" }] },
      resources: [{ ...resource, name: "one" }],
    },
    ["too-much-work", "variables.copy[0].input"],
  ],
  [
    "a parameter that a linked template needs and nobody gives",
    {
      resources: [
        {
          ...{ type: deployments, apiVersion: "2024-03-01", name: "l" },
          properties: { templateLink: { relativePath: "nestedtemplates/l.json" }, parameters: {} },
        },
      ],
    },
    ["nested-parameter-missing", "resources[0].properties.parameters"],
  ],
])("%s is found at its place", (_, template, [code, path]) => {
  expect(found(template)).toContainEqual(["warning", code, path]);
});

it("a template that comes to something is fine, its parameters filled in or not", () => {
  const parameters = { ...goodTemplate.parameters, name: { type: "string" } };
  const resources = [{ ...resource, name: "[concat(parameters('name'), 'x')]" }];
  expect(found({ parameters, resources })).toEqual([]);
});
