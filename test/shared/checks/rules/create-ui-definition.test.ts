import { expect, test } from "vitest";
import {
  said,
  type Files,
  uiSchema,
  parameter,
  outputs,
  control,
} from "../../support/small-package.ts";

const judged = [
  "CreateUIDefinition-Should-Have-Schema",
  "Handler-Must-Be-Correct",
  "JSONFiles-Should-Be-Valid",
  "Location-Should-Be-In-Outputs",
  "Outputs-Must-Be-Present-In-Template-Parameters",
  "Parameters-Without-Default-Must-Exist-In-CreateUIDefinition",
  "Tooltips-Should-Be-Present",
];

test.each<[string, Files, string[]]>([
  ["broken JSON", { more: { "a/b.json": "{" } }, ["Invalid.JSON @ $"]],
  ["comments", { more: { "a.jsonc": "{ // x\n}" } }, ["warning JSONFiles-Should-Be-Valid @ $"]],
  [
    "a definition without schema",
    { definition: { $schema: undefined } },
    [
      "CreateUIDefinition.Must.Have.Schema @ $",
      "CreateUIDefinition.Incorrect.Schema @ $",
      "CreateUIDefinition.Version.Mismatch @ $",
    ],
  ],
  [
    "a schema in other letters",
    { definition: { $schema: uiSchema.toLowerCase() } },
    ["CreateUIDefinition.Incorrect.Schema @ $schema"],
  ],
  [
    "another version than the schema's",
    { definition: { version: "0.1.1-preview" } },
    ["CreateUIDefinition.Version.Mismatch @ version"],
  ],
  [
    "a definition without version",
    { definition: { version: "" } },
    [
      "CreateUIDefinition.Must.Have.Version @ version",
      "CreateUIDefinition.Version.Mismatch @ version",
    ],
  ],
  [
    "an unknown handler",
    { definition: { handler: "Microsoft.Compute.Other" } },
    ["CreateUIDefinition.Incorrect.Handler @ handler"],
  ],
  [
    "a known handler in other letters",
    { definition: { handler: "microsoft.compute.multivm" } },
    [],
  ],
  [
    "no handler",
    { definition: { handler: undefined } },
    ["CreateUIDefinition.Missing.Handler @ $", "CreateUIDefinition.Incorrect.Handler @ $"],
  ],
  [
    "a definition without outputs",
    { definition: { parameters: { basics: [] } } },
    ["CreateUIDefinition.Missing.Outputs @ $"],
  ],
  [
    "outputs without location",
    { definition: { parameters: { outputs: {} } } },
    ["CreateUIDefinition.Missing.Outputs.Location @ parameters.outputs"],
  ],
  [
    "another location than the chosen one",
    outputs({ location: "westeurope" }),
    ["CreateUIDefinition.Incorrect.Outputs.Location @ parameters.outputs.location"],
  ],
  ["the location in blanks and other letters", outputs({ location: " [Location()] " }), []],
  [
    "an output nobody takes",
    outputs({ extra: "x" }),
    ["CreateUIDefinition.Output.Missing.From.MainTemplate @ parameters.outputs.extra"],
  ],
  ["an output for the platform", outputs({ ManagedResourceGroupId: "x" }), []],
  [
    "a parameter nobody fills",
    parameter("size", { type: "string", defaultValue: null }),
    ["Parameter.Without.Default.Missing.From.CreateUIDefinition @ parameters.size"],
  ],
  ["a parameter with an empty default", parameter("size", { type: "string" }), []],
  [
    "a control without a tool tip",
    control({ name: "a", type: "Microsoft.Common.TextBox", toolTip: " " }),
    ["error Tooltips-Should-Be-Present @ parameters.basics[0].toolTip"],
  ],
  ["a control that needs no tool tip", control({ type: "Microsoft.Common.InfoBox" }), []],
  ["a resource type in a control", control({ type: "Microsoft.Sql/servers" }), []],
  [
    "a tool tip for each field",
    control({ type: "Microsoft.Compute.CredentialsCombo", toolTip: { password: "p" } }),
    [],
  ],
])("%s", (_, files, expected) => {
  expect(said(files, judged)).toEqual(expected);
});
