import { expect, test } from "vitest";
import { artifactsParameter } from "../../../../../shared/checks/rules/template/parameters/artifacts-parameter.ts";
import { commandToExecuteMustUseProtectedSettingsForSecrets } from "../../../../../shared/checks/rules/template/secrets/command-to-execute-must-use-protected-settings-for-secrets.ts";
import { judgeMarked } from "../../../support/marked-template.ts";
import { said } from "../../../support/small-package.ts";

const link = "[deployment().properties.templateLink.uri]";
const pair = (location: string, token?: string) =>
  `{ "parameters": {
    ¤1"_artifactsLocation": { ${location} }${
      token === undefined ? "" : `,\n¤2"_artifactsLocationSasToken": { ${token} }`
    }
  } }`;
const token = `"type": "secureString", "defaultValue": ""`;
const start = "ArtifactsLocation.Parameter";

test.each<[string, string, string[]]>([
  ["as it should be", pair(`"type": "string", "defaultValue": "${link}"`, token), []],
  [
    "as in the quickstarts",
    pair(
      `"type": "securestring", "defaultValue": "https://raw.githubusercontent.com/Azure/azure-quickstart-templates/master/100-a/"`,
      token,
    ),
    [],
  ],
  [
    "of the wrong type",
    pair(`"type": ¤"array", "defaultValue": "${link}"`, token),
    [`${start}.TypeMisMatch`],
  ],
  [
    "without a token",
    pair(`"type": "string", "defaultValue": "${link}"`).replace("¤1", "¤"),
    [`${start}.sasToken.Missing`],
  ],
  [
    "with a token in the clear",
    pair(`"type": "string", "defaultValue": "${link}"`, `"type": ¤"string", "defaultValue": ""`),
    [`${start}.sasToken.TypeMisMatch`],
  ],
  [
    "without a default",
    pair(`"type": "string"`, token).replace("¤1", "¤"),
    [`${start}.DefaultValue.Missing`],
  ],
  [
    "with a place of its own",
    pair(`"type": "string", "defaultValue": ¤"https://contoso.com/"`, token),
    [`${start}.DefaultValue.Incorrect`],
  ],
  [
    "with a token that has no default",
    pair(`"type": "string", "defaultValue": "${link}"`, `"type": "secureString"`).replace(
      "¤2",
      "¤",
    ),
    [`${start}.sasToken.DefaultValue.Incorrect`],
  ],
  [
    "with a token that has a default",
    pair(
      `"type": "string", "defaultValue": "${link}"`,
      `"type": "secureString", "defaultValue": ¤"?sv=1"`,
    ),
    [`${start}.sasToken.DefaultValue.Incorrect`],
  ],
])("artifacts %s", (_, text, expected) => {
  const { found, places, marked } = judgeMarked(artifactsParameter, text.replace(/¤[12]/g, ""));
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});

test("a linked template is told where the artifacts are, and has no defaults for it", () => {
  const linked = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    parameters: {
      _artifactsLocation: { type: "string", defaultValue: link },
      _artifactsLocationSasToken: { type: "secureString", defaultValue: "" },
    },
  };
  expect(said({ more: { "nestedtemplates/a.json": linked } })).toEqual([
    `${start}.DefaultValue.NotEmpty @ parameters._artifactsLocation.defaultValue`,
    `${start}.DefaultValue.NotEmpty @ parameters._artifactsLocationSasToken.defaultValue`,
  ]);
});

const extension = (settings: string, type = "CustomScriptExtension") => `{
  "parameters": { "key": { "type": "secureObject" }, "name": { "type": "string" } },
  "resources": [
    { "type": "Microsoft.Compute/virtualMachines/extensions", "properties": { "type": "${type}", ${settings} } }
  ]
}`;
const secret = `"commandToExecute": ¤"[concat('sh ', parameters('Key').value)]"`;
const unmarked = secret.replace("¤", "");

test.each<[string, string, string[]]>([
  ["no secret", extension(`"settings": { "commandToExecute": "[parameters('name')]" }`), []],
  ["a protected secret", extension(`"protectedSettings": { ${unmarked} }`), []],
  [
    "a secret that is protected as well",
    extension(`"settings": { ${unmarked} }, "protectedSettings": { ${unmarked} }`),
    [],
  ],
  ["a secret", extension(`"settings": { ${secret} }`), ["CommandToExecute.Unprotected.Parameter"]],
  [
    "keys",
    extension(`"settings": { "commandToExecute": ¤"[list('a', 'b').key]" }`),
    ["CommandToExecute.Unprotected.List"],
  ],
  ["a secret right beside the type", extension(secret), ["CommandToExecute.Unprotected.Parameter"]],
  ["no secret right beside the type", extension(`"commandToExecute": "[parameters('name')]"`), []],
  [
    "a secret in settings with a type of their own",
    extension(`"settings": { "type": "Other", ${secret} }`),
    ["CommandToExecute.Unprotected.Parameter"],
  ],
  ["a secret right beside another type", extension(unmarked, "Other"), []],
  ["a secret of something else", extension(`"settings": { ${unmarked} }`, "Other"), []],
])("a command with %s", (_, text, expected) => {
  const rule = commandToExecuteMustUseProtectedSettingsForSecrets;
  const { found, places, marked } = judgeMarked(rule, text);
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
