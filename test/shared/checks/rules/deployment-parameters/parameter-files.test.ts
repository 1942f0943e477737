import { expect, test } from "vitest";
import { judgeMarkedFiles, ruleOf } from "../../../support/marked-package.ts";

const id =
  "/subscriptions/00000000-0000-0000-0000-00000000000A/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v";
const schema = `"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"`;
const values = (parameters: string) => `{
  ${schema},
  "parameters": { ${parameters} }
}`;
const missing = "Parameters.Parameter.Missing";

test.each<[string, string, string, string[]]>([
  ["ContentVersion", "a plain list", `{ "a": 1 }`, []],
  ["ContentVersion", "a version", `{ ${schema}, "contentVersion": "1.0.0.0" }`, []],
  ["ContentVersion", "no version", `¤{ ${schema} }`, ["Parameters.Missing.ContentVersion"]],
  [
    "ContentVersion",
    "a number",
    `{ ${schema}, "contentVersion": ¤1 }`,
    ["ContentVersion.Not.String"],
  ],
  [
    "ContentVersion",
    "two numbers",
    `{ ${schema}, "contentVersion": ¤"1.0" }`,
    ["advice ContentVersion.Bad.Format"],
  ],
  ["Parameters", "a plain list", `{ "a": 1 }`, []],
  ["Parameters", "parameters", values(`"a": {}`), []],
  ["Parameters", "none", `¤{ "contentVersion": "1.0.0.0" }`, ["Parameters.Missing.Parameters"]],
  [
    "Parameters",
    "empty ones",
    `{ ${schema}, "parameters": ¤{} }`,
    ["Parameters.Missing.Parameters"],
  ],
  ["Schema", "a plain list", `{ "a": 1 }`, []],
  ["Schema", "a schema", `{ ${schema} }`, []],
  ["Schema", "no schema", `¤{ "contentVersion": "1.0.0.0" }`, ["Parameters.Missing.Schema"]],
  [
    "Schema",
    "another schema",
    `{ "$schema": ¤"https://example.com/deploymentParameters.json#" }`,
    ["Parameters.Bad.Schema"],
  ],
  ["Value", "a plain list", `{ "parameters": { "a": {} } }`, []],
  ["Value", "values", values(`"a": { "value": false }, "__b": {}`), []],
  [
    "Value",
    "a secret",
    values(`"a": { "reference": { "keyVault": { "id": "${id}" }, "secretName": "a-1" } }`),
    [],
  ],
  ["Value", "nothing", values(`¤"a": { "val": 1 }`), [`${missing}.Value`]],
  [
    "Value",
    "an expression",
    values(`"a": { "value": ¤"[resourceGroup().id]" }, "b": { "value": "[[x]" }`),
    ["advice Parameters.Parameter.Is.Expression"],
  ],
  [
    "Value",
    "no vault and no secret",
    values(`"a": { ¤"reference": {} }`),
    [`${missing}.KeyVault`, `${missing}.SecretName`],
  ],
  [
    "Value",
    "no id",
    values(`"a": { "reference": { ¤"keyVault": { "mid": 1 }, "secretName": "s" } }`),
    [`${missing}.KeyVault.Id`],
  ],
  [
    "Value",
    "a bad id and a bad name",
    values(`"a": { "reference": { "keyVault": { "id": ¤"/v" }, "secretName": ¤"a_b" } }`),
    ["Parameters.Parameter.Bad.KeyVault.Id", "Parameters.Parameter.Bad.SecretName"],
  ],
])("DeploymentParameters-Should-Have-%s: %s", (name, _, text, expected) => {
  const rule = ruleOf(`DeploymentParameters-Should-Have-${name}`);
  const { found, places, marked } = judgeMarkedFiles(rule, { "main.parameters.json": text });
  expect(found).toEqual(expected);
  expect([...new Set(places.map((it) => JSON.stringify(it)))]).toEqual(
    marked.map((it) => JSON.stringify(it)),
  );
});
