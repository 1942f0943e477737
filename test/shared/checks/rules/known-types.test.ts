import { expect, it } from "vitest";
import { certify, deployments, type Files, schema } from "../../support/small-package.ts";

const found = (rule: string, files: Files) =>
  certify(files)
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ errorId, severity, file, jsonPath }) => [severity, errorId, file, jsonPath].join(" "));

const account = (name: string, apiVersion: string) => ({
  type: "Microsoft.Storage/storageAccounts",
  ...{ apiVersion, name, location: "[parameters('location')]" },
});
const anyTemplate = { $schema: schema, resources: [] };
const variables = { type: "Microsoft.Storage/storageAcounts", version: "2025-06-31" };
const linked = {
  ...anyTemplate,
  resources: [{ ...account("l", "2025-06-01"), type: "Microsoft.Wob/x" }],
};

it.each<[string, string, Files, string[]]>([
  [
    "an unknown type behind a variable",
    "resource-types-are-known",
    {
      template: {
        variables,
        resources: [{ ...account("a", "2025-06-01"), type: "[variables('type')]" }],
      },
    },
    ["warning Resource.Type.Is.Unknown mainTemplate.json resources[0].type"],
  ],
  [
    "an unknown type in a linked template",
    "resource-types-are-known",
    {
      template: {
        resources: [
          {
            ...{ type: deployments, apiVersion: "2024-03-01", name: "l" },
            properties: { templateLink: { relativePath: "nestedtemplates/l.json" } },
          },
        ],
      },
      more: { "nestedtemplates/l.json": linked },
    },
    ["warning Resource.Type.Is.Unknown nestedtemplates/l.json resources[0].type"],
  ],
  [
    "a partner's type, and one of an extension",
    "resource-types-are-known",
    {
      template: {
        resources: [
          { ...account("a", "2025-06-01"), type: "Contoso.Ledger/books" },
          {
            ...account("a/Microsoft.Authorization/b", "2022-04-01"),
            type: "Microsoft.Storage/storageAccounts/providers/roleAssignments",
          },
        ],
      },
    },
    [],
  ],
  [
    "an unknown version of a type that came from a variable",
    "api-versions-are-known",
    {
      template: {
        metadata: { _generator: { name: "bicep" } },
        resources: [{ ...account("a", "2025-06-01"), type: deployments, apiVersion: "2020-02-30" }],
      },
    },
    ["warning ApiVersion.Is.Unknown mainTemplate.json resources[0].apiVersion"],
  ],
  [
    "an unknown version that the catalogue speaks of",
    "api-versions-are-known",
    {
      template: {
        variables,
        resources: [account("a", "2020-02-30"), account("b", "[variables('version')]")],
      },
    },
    [],
  ],
  [
    "no version",
    "api-versions-are-known",
    { template: { resources: [{ type: "Microsoft.Storage/storageAccounts", name: "a" }] } },
    ["warning ApiVersion.Is.Missing mainTemplate.json resources[0]"],
  ],
  [
    "no version where a profile says it",
    "api-versions-are-known",
    {
      template: {
        apiProfile: "2020-09-01-hybrid",
        resources: [{ type: "Microsoft.Storage/storageAccounts", name: "a" }],
      },
    },
    [],
  ],
])("%s", (_, rule, files, expected) => {
  expect(found(rule, files)).toEqual(expected);
});

it("a mistyped resource type is told what it may have been", () => {
  const resources = [{ ...account("a", "2025-06-01"), type: variables.type }];
  const fixes = certify({ template: { resources } }).map(({ fix }) => fix);
  expect(fixes).toContain("Write Microsoft.Storage/storageAccounts, if that is meant.");
});
