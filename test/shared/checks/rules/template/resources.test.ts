import { expect, test } from "vitest";
import type { Rule } from "../../../../../shared/checks/rules/rule.ts";
import { dependsOnBestPractices } from "../../../../../shared/checks/rules/template/resources/depends-on-best-practices.ts";
import { deploymentTemplateSchemaIsCorrect } from "../../../../../shared/checks/rules/template/resources/deployment-template-schema-is-correct.ts";
import { managedIdentityExtensionMustNotBeUsed } from "../../../../../shared/checks/rules/template/resources/managed-identity-extension-must-not-be-used.ts";
import { resourcesShouldHaveLocation } from "../../../../../shared/checks/rules/template/resources/resources-should-have-location.ts";
import { resourcesShouldNotBeAmbiguous } from "../../../../../shared/checks/rules/template/resources/resources-should-not-be-ambiguous.ts";
import { templateShouldNotContainBlanks } from "../../../../../shared/checks/rules/template/resources/template-should-not-contain-blanks.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const judge = (rule: Rule, text: string, expected: string[]) => {
  const { found, places, marked } = judgeMarked(rule, text);
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
};
const resource = (properties: string) => `{
  "resources": [
    { ${properties} }
  ]
}`;

const conditional = "Resource.DependsOn.Conditional";
const concatenated = "Resource.DependsOn.StartsWithConcat";
test.each<[string, string, string[]]>([
  ["named by an id", `["[resourceId('A.B/c', concat('a', 'b'))]", "vm"]`, []],
  ["conditional deep inside", `["[resourceId('A.B/c', if(true(), 'a', 'b'))]"]`, []],
  ["conditional", `["vm", ¤" [ if (true(), 'a', 'b')]"]`, [conditional]],
  ["put together", `[¤"[concat('A.B/c/', 'a')]"]`, [concatenated]],
  ["one of many copies", `["[concat('A.B/c/', 'a')]", "[concat('A.B/c/', copyIndex())]"]`, []],
  ["one text", `¤"[CONCAT('A.B/c/', 'a')]"`, [concatenated]],
])("a dependency that is %s", (_, entries, expected) => {
  judge(dependsOnBestPractices, resource(`"dependsOn": ${entries}`), expected);
});

const schemas = "https://schema.management.azure.com/schemas";
test.each<[string, string, string[]]>([
  ["of 2019", `{ "$schema": "${schemas}/2019-04-01/DeploymentTemplate.json#" }`, []],
  ["of a tenant", `{ "$schema": "${schemas}/2019-08-01/tenantDeploymentTemplate.json#" }`, []],
  ["of 2015", `{ "$schema": ¤"${schemas}/2015-01-01/deploymentTemplate.json#" }`, ["warning"]],
  [
    "unknown",
    `{ "$schema": ¤"${schemas}/2014-04-01/deploymentTemplate.json#" }`,
    ["Template.Bad.Schema"],
  ],
  ["missing", `¤{ "resources": [] }`, ["Template.Missing.Schema"]],
  ["blank", `{ "$schema": ¤"" }`, ["Template.Missing.Schema"]],
])("a schema that is %s", (_, text, expected) => {
  judge(deploymentTemplateSchemaIsCorrect, text, expected);
});

test("the managed identity extension is found by every mention of it", () => {
  const text = resource(`"name": "vm/¤managedIdentityExtension", "properties": {
    "type": "¤ManagedIdentityExtensionForLinux" }`);
  const id = "ManagedIdentityExtension.Was.Used";
  judge(managedIdentityExtensionMustNotBeUsed, text, [id, id]);
});

test("the managed identity extension may be spoken of outside resources", () => {
  const text = `{ "variables": { "a": "ManagedIdentityExtension" }, "resources": [] }`;
  judge(managedIdentityExtensionMustNotBeUsed, text, []);
});

const hardcoded = ["Resource.Location.Must.Be.Expression.Or.Global"];
test.each<[string, string, string[]]>([
  ["global", `"location": "Global"`, []],
  ["an expression", `"location": " [variables('where')] "`, []],
  ["not given", `"name": "a"`, []],
  ["one region", `"location": ¤"westus"`, hardcoded],
  ["half an expression", `"location": ¤"[parameters('a')"`, hardcoded],
  ["a child's", `"resources": [{ "location": "westus" }]`, []],
])("a resource whose location is %s", (_, properties, expected) => {
  judge(resourcesShouldHaveLocation, resource(properties), expected);
});

test("types and names are not compared, as reviewers do not either", () => {
  judge(resourcesShouldNotBeAmbiguous, resource(`"type": "A.B/c/d", "name": "a"`), []);
});

test.each<[string, string, string[]]>([
  ["objects", `"kind": ¤{ }`, ["Template.Should.Not.Contain.Blanks"]],
  ["arrays", `"zones": ¤[]`, ["Template.Should.Not.Contain.Blanks"]],
  ["texts", `"sku": { "name": ¤" " }`, ["Template.Should.Not.Contain.Blanks"]],
  ["nulls", `"sku": { "name": ¤null }`, ["Template.Should.Not.Contain.Blanks"]],
  ["elements", `"zones": [""]`, []],
  ["properties that often are", `"accessPolicies": []`, []],
  ["neighbours of such properties", `"properties": { "a": 1 }, "kind": ""`, []],
  ["properties further in", `"properties": { "a": ¤"" }`, ["Template.Should.Not.Contain.Blanks"]],
  [
    "expressions as names",
    `"identities": { "[parameters('a')]": {}, "/subscriptions/a/b": {} }`,
    [],
  ],
  [
    "settings of sites",
    `"type": "Microsoft.Web/sites", "resources": [
      { "type": "config", "properties": { "a": { "b": "" } } }, { "type": "slots", "tags": ¤{} }]`,
    ["Template.Should.Not.Contain.Blanks"],
  ],
  [
    "texts of workbooks",
    `"type": "Microsoft.Insights/workbooks", "properties": { "serializedData": { "a": "" }, "b": ¤"" }`,
    ["Template.Should.Not.Contain.Blanks"],
  ],
])("blanks as %s", (_, properties, expected) => {
  judge(templateShouldNotContainBlanks, resource(properties), expected);
});
