import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { expect, test } from "vitest";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";
import { packageOf } from "../support/package-of.ts";
import {
  certify,
  goodDefinition,
  goodTemplate,
  outputs,
  said,
  schema,
} from "../support/small-package.ts";

test("a good package has no findings", () => {
  expect(certify({})).toEqual([]);
});

test("a finding says where it is in the file and never shows a secret", () => {
  const [finding] = certify({
    template: '{\n  "resources": [\n    { "adminPassword": "hunter2" }\n  ]\n}',
    definition: outputs({}).definition,
  }).filter(({ ruleId }) => ruleId === "adminPassword-Should-Not-Be-A-Literal");
  expect(finding).toMatchObject({
    file: "mainTemplate.json",
    line: 3,
    column: 24,
    whose: "content",
  });
  expect(JSON.stringify(finding)).not.toContain("hunter2");
});

test("a thousand places of one kind become a hundred findings and a number", () => {
  const resources = Array.from({ length: 1000 }, () => ({ location: "westus" }));
  const findings = certify({ template: { resources } }).filter(
    ({ ruleId }) => ruleId === "Location-Should-Not-Be-Hardcoded",
  );
  expect(findings).toHaveLength(100);
  expect(findings.at(-1)?.message).toContain("900 more places");
});

test("a main template or definition that cannot be read leaves the rest to be checked", () => {
  expect(said({ template: "{" })).toEqual(["Invalid.JSON @ $"]);
  expect(said({ definition: "{" })).toEqual(["Invalid.JSON @ $"]);
  expect(said({ template: "[]" }).length).toBeGreaterThan(0);
});

test("a package in a folder is checked as if it were not", () => {
  const findings = certifyPackage(
    packageOf({
      "app/mainTemplate.json": goodTemplate,
      "app/createUiDefinition.json": { ...goodDefinition, handler: "x" },
    }),
    factsAsOf(new Date("2026-11-01")),
  );
  expect(findings.map(({ ruleId }) => ruleId)).toEqual([
    "package-layout-is-correct",
    "Handler-Must-Be-Correct",
  ]);
});

const parameters = {
  packageId: { type: "string", defaultValue: "contoso.1.0.0", metadata: { description: "Which" } },
};
const appliance = {
  type: "Microsoft.Solutions/appliances",
  apiVersion: "2016-09-01-preview",
  name: "appliance",
  location: "global",
  kind: "Marketplace",
  properties: {
    managedResourceGroupId: "[concat(subscription().id, '/resourceGroups/managed')]",
    publisherPackageId: "[parameters('packageId')]",
  },
};

test("in the legacy layout the definition belongs to the appliance's template", () => {
  const findings = certifyPackage(
    packageOf({
      "mainTemplate.json": { $schema: schema, parameters, resources: [appliance] },
      "applianceMainTemplate.json": goodTemplate,
      "applianceCreateUiDefinition.json": goodDefinition,
    }),
    factsAsOf(new Date("2026-11-01")),
  );
  expect(findings).toEqual([]);
});

test("every rule has a name of its own and says why it is there and how to satisfy it", () => {
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  for (const { title, why, fix } of allRules) {
    for (const sentence of [title, why, fix]) expect(sentence.length).toBeGreaterThan(10);
  }
});

test("a package of 300 resources is certified in milliseconds", () => {
  const resources = Array.from({ length: 300 }, (_, at) => ({
    type: "Microsoft.Storage/storageAccounts",
    apiVersion: "2025-06-01",
    name: `[concat('a', ${at})]`,
    location: "[parameters('location')]",
    properties: { adminUsername: "[parameters('location')]", tags: { a: "b", c: ["d", "e"] } },
  }));
  certify({ template: { resources } });
  const start = performance.now();
  expect(certify({ template: { resources } })).toEqual([]);
  expect(performance.now() - start).toBeLessThan(500);
});
