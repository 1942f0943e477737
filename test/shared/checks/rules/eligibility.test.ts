import { expect, it } from "vitest";
import { certify, type Files, goodDefinition } from "../../support/small-package.ts";

const found = (rule: string, files: Files) =>
  certify(files)
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ errorId, severity, file, jsonPath }) => [severity, errorId, file, jsonPath].join(" "));

const account = (name: string, apiVersion: string) => ({
  type: "Microsoft.Storage/storageAccounts",
  ...{ apiVersion, name, location: "[parameters('location')]" },
});
const extension = (properties: object) => ({
  template: {
    resources: [
      {
        ...{ type: "Microsoft.Compute/virtualMachines/extensions", apiVersion: "2025-04-01" },
        ...{ name: "vm/run", location: "[parameters('location')]" },
        properties: { publisher: "Microsoft.Azure.Extensions", typeHandlerVersion: "2.1" },
      },
    ].map((one) => ({ ...one, properties: { ...one.properties, ...properties } })),
  },
});
const anyTemplate = { $schema: "https://example.com/deploymentTemplate.json#", resources: [] };
const legacy = (mainTemplate: object) => ({
  more: {
    "applianceMainTemplate.json": anyTemplate,
    "applianceCreateUiDefinition.json": goodDefinition,
    "mainTemplate.json": { ...anyTemplate, ...mainTemplate },
  },
});
const appliance = { type: "Microsoft.Solutions/appliances", name: "a", kind: "MarketPlace" };
const whole = {
  ...appliance,
  properties: { ManagedResourceGroupId: "m", publisherPackageId: "p" },
};

it.each<[string, string, Files, string[]]>([
  [
    "a parameter without a description",
    "parameters-are-described",
    {
      template: {
        parameters: {
          a: { type: "string", defaultValue: "", metadata: { description: " " } },
          __b: { type: "string", defaultValue: "" },
        },
        outputs: { a: { type: "string", value: "[parameters('a')]" } },
      },
    },
    ["warning Parameter.Without.Description mainTemplate.json parameters.a"],
  ],
  [
    "a parameter without a description in a linked template",
    "parameters-are-described",
    { more: { "nestedtemplates/a.json": { ...anyTemplate, parameters: { a: {} } } } },
    [],
  ],
  [
    "a location of a few regions",
    "location-is-not-limited",
    { template: { parameters: { Location: { type: "string", allowedValues: ["eastus"] } } } },
    ["warning Location.Is.Limited mainTemplate.json parameters.Location.allowedValues"],
  ],
  [
    "a type in two API versions",
    "api-versions-are-uniform",
    { template: { resources: [account("a", "2025-01-01"), account("b", "2025-06-01")] } },
    ["warning ApiVersions.Differ mainTemplate.json resources[0].apiVersion"],
  ],
  [
    "a type in one API version",
    "api-versions-are-uniform",
    { template: { resources: [account("a", "2025-06-01"), account("b", "2025-06-01")] } },
    [],
  ],
  [
    "an extension that stays as it is",
    "extensions-are-upgraded",
    extension({ autoUpgradeMinorVersion: false }),
    [
      "warning Extension.Is.Not.Upgraded mainTemplate.json resources[0].properties.autoUpgradeMinorVersion",
    ],
  ],
  [
    "an extension that does not say",
    "extensions-are-upgraded",
    extension({}),
    ["warning Extension.Is.Not.Upgraded mainTemplate.json resources[0].properties"],
  ],
  [
    "an extension that is upgraded",
    "extensions-are-upgraded",
    extension({ autoUpgradeMinorVersion: true }),
    [],
  ],
  [
    "a nested template in the root",
    "nested-templates-are-in-their-folder",
    { more: { "network.json": anyTemplate, "nestedtemplates/a.json": anyTemplate } },
    ["warning Nested.Template.In.Root network.json $"],
  ],
  ["a wrapper of one appliance", "appliance-is-wrapped", legacy({ resources: [whole] }), []],
  [
    "a wrapper of nothing",
    "appliance-is-wrapped",
    legacy({}),
    ["warning Appliance.Not.Single mainTemplate.json resources"],
  ],
  [
    "a wrapper of an appliance of another kind, without its properties",
    "appliance-is-wrapped",
    legacy({ resources: [{ ...appliance, kind: "ServiceCatalog" }] }),
    [
      "warning Appliance.Of.Other.Kind mainTemplate.json resources[0].kind",
      "warning Appliance.Incomplete mainTemplate.json resources[0]",
      "warning Appliance.Incomplete mainTemplate.json resources[0]",
    ],
  ],
])("%s", (_, rule, files, expected) => {
  expect(found(rule, files)).toEqual(expected);
});
