import { expect, it } from "vitest";
import { certify, goodTemplate } from "../../support/small-package.ts";

const resource = { type: "Microsoft.Storage/storageAccounts", apiVersion: "2025-01-01" };
const found = (template: object) =>
  certify({ template })
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
])("%s is found at its place", (_, template, [code, path]) => {
  expect(found(template)).toContainEqual(["warning", code, path]);
});

it("a template that comes to something is fine, its parameters filled in or not", () => {
  const parameters = { ...goodTemplate.parameters, name: { type: "string" } };
  const resources = [{ ...resource, name: "[concat(parameters('name'), 'x')]" }];
  expect(found({ parameters, resources })).toEqual([]);
});
