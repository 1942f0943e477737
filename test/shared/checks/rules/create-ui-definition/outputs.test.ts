import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf, templateOf } from "../../../support/marked-package.ts";

const exist = "Controls-In-Outputs-Must-Exist";
const location = "Location-Should-Be-In-Outputs";
const present = "Outputs-Must-Be-Present-In-Template-Parameters";
const filled = "Parameters-Without-Default-Must-Exist-In-CreateUIDefinition";
const existing = "HideExisting-Must-Be-Correctly-Handled";

const steps = `[{ "name": "one", "elements": [{ "name": "sec", "elements": [{ "name": "b" }] }] }]`;
const withOutputs = (outputs: string) => formOf(`{ "name": "a" }`, outputs, steps);
const combo = (type: string, more: string, outputs: string) =>
  formOf(`¤{ "name": "net", "type": "Microsoft.Network.${type}"${more} }`, outputs);
const unfilled = "Parameter.Without.Default.Missing.From.CreateUIDefinition";
const unknown = "CreateUIDefinition.Output.Missing.From.MainTemplate";
const noGroup = "Missing.Output.ResourceGroup";
const noKind = "Missing.Output.NewOrExisting";

test.each<[string, string, string, string, string[]]>([
  [
    exist,
    "what a section of a step holds is not looked up",
    withOutputs(`{ "x": "[steps('one').sec.nothing]", "y": "[ STEPS( 'One' ) . Sec ]" }`),
    "{}",
    [],
  ],
  [
    exist,
    "what stands in a section is no element of the step itself",
    withOutputs(`{ "x": ¤"[steps('one').b]" }`),
    "{}",
    ["ElementName.Not.Found"],
  ],
  [exist, "a step as a whole", withOutputs(`{ "x": "[steps('one')]" }`), "{}", []],
  [
    exist,
    "only what begins an expression",
    withOutputs(`{ "x": "[concat(basics('z'))]", "y": "basics('z')", "z": ["[basics('z')]"] }`),
    "{}",
    [],
  ],
  [
    exist,
    "objects are looked into once",
    withOutputs(`{ "x": { "y": ¤"[basics('z')]", "w": { "v": "[basics('z')]" } } }`),
    "{}",
    ["ControlName.Not.Found"],
  ],
  [
    exist,
    "a step is no control of the first page, nor the other way",
    withOutputs(`{ "x": ¤"[basics('one')]", "y": ¤"[steps('a')]" }`),
    "{}",
    ["ControlName.Not.Found", "StepName.Not.Found"],
  ],
  [
    exist,
    "a form without pages",
    `{ "parameters": { "outputs": { "x": ¤"[basics('a')]" } } }`,
    "{}",
    ["ControlName.Not.Found"],
  ],
  [
    location,
    "blanks around, other letters",
    withOutputs(`{ "LOCATION": " [Location()]\\t" }`),
    "{}",
    [],
  ],
  [
    location,
    "blanks within",
    withOutputs(`{ "location": ¤"[location( )]" }`),
    "{}",
    ["CreateUIDefinition.Incorrect.Outputs.Location"],
  ],
  [
    location,
    "something that is no text",
    withOutputs(`{ "location": ¤["[location()]"] }`),
    "{}",
    ["CreateUIDefinition.Incorrect.Outputs.Location"],
  ],
  [
    location,
    "an empty text",
    withOutputs(`{ "location": ¤"" }`),
    "{}",
    ["CreateUIDefinition.Missing.Outputs.Location"],
  ],
  [
    location,
    "outputs that are null",
    `{ "parameters": { "outputs": ¤null } }`,
    "{}",
    ["CreateUIDefinition.Missing.Outputs"],
  ],
  [location, "no parameters", `¤{ "handler": "x" }`, "{}", ["CreateUIDefinition.Missing.Outputs"]],
  [present, "names in other letters", withOutputs(`{ "VMName": "x" }`), `{ "vmname": {} }`, []],
  [
    present,
    "what the platform takes",
    withOutputs(
      `{ "ApplicationResourceName": "x", "jitAccessPolicy": {}, "managedIdentity": {}, "managedResourceGroupId": "x", ¤"managedResource": "x" }`,
    ),
    "{}",
    [unknown],
  ],
  [present, "another type", withOutputs(`{ "a": true }`), `{ "a": { "type": "int" } }`, []],
  [present, "no outputs at all", `{ "parameters": { "basics": [] } }`, `{ "a": {} }`, []],
  [
    filled,
    "null is no default, an empty text is one",
    withOutputs("{}"),
    `{ ¤"a": { "defaultValue": null }, "b": { "defaultValue": "" }, "c": { "defaultValue": false }, "d": { "DefaultValue": [] } }`,
    [unfilled],
  ],
  [
    filled,
    "any value of an output fills it but null",
    withOutputs(`{ "A": false, "b": "", "c": 0, "d": {}, "e": null }`),
    `{ "a": {}, "b": {}, "c": {}, "d": {}, ¤"e": {} }`,
    [unfilled],
  ],
  [
    filled,
    "no outputs at all",
    `{ "parameters": {} }`,
    `{ ¤"a": { "type": "string" } }`,
    [unfilled],
  ],
  [
    existing,
    "a text that says true, in other letters",
    combo("virtualNetworkCombo", `, "Options": { "HideExisting": "True" }`, "{}").replace("¤", ""),
    "{}",
    [],
  ],
  [
    existing,
    "false",
    combo("PublicIpAddressCombo", `, "options": { "hideExisting": false }`, "{}")
      .replace("¤", "")
      .replace("false", "¤¤false"),
    "{}",
    [noGroup, noKind],
  ],
  [
    existing,
    "handed on in expressions and objects",
    combo(
      "PublicIpAddressCombo",
      "",
      `{ "o": { "p": { "g": "[if(true, basics('net').resourceGroup, '')]" } }, "k": "[basics('net').newOrExistingOrNone]" }`,
    ).replace("¤", ""),
    "{}",
    [],
  ],
  [
    existing,
    "of another control",
    combo(
      "VirtualNetworkCombo",
      "",
      `{ "g": "[basics('net2').resourceGroup]", "k": "[basics('net').newOrExisting]" }`,
    ),
    "{}",
    [noGroup],
  ],
  [existing, "another picker", combo("LoadBalancerCombo", "", "{}").replace("¤", ""), "{}", []],
])("%s: %s", (...given) => {
  const [id, , definition, parameters, expected] = given;
  const { found, places, marked } = judgeMarkedFiles(ruleOf(id), {
    "createUiDefinition.json": definition,
    "mainTemplate.json": templateOf(parameters),
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
