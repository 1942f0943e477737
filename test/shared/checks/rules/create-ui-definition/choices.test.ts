import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf, templateOf } from "../../../support/marked-package.ts";

const drop = (values: string, more = "") =>
  `{ "name": "kind", "type": "Microsoft.Common.DropDown"${more}, "constraints": { "allowedValues": ${values} } }`;
const inSection = (elements: string) =>
  `{ "name": "sec", "type": "Microsoft.Common.Section", "elements": [${elements}] }`;
const inStep = (elements: string, outputs: string) =>
  formOf("", outputs, `[{ "name": "one", "elements": [${elements}] }]`);

const rule = ruleOf("Allowed-Values-Should-Actually-Be-Allowed");
const mismatch = "Allowed.Value.Mismatch";
const otherDefault = "Allowed.Value.Default.Mismatch";

test.each<[string, string, string, string[]]>([
  [
    "of a step, in other letters",
    inStep(drop(`[{ "value": ¤"b" }, { "value": "A" }]`), `{ "Kind": "[Steps('ONE').KIND]" }`),
    `{ "kind": { "allowedValues": ["a"] } }`,
    [mismatch],
  ],
  [
    "of a section in a step, which reviewers do not compare",
    inStep(inSection(drop(`[¤"b"]`)), `{ "kind": "[steps('one').sec.kind]" }`),
    `{ "kind": { "allowedValues": ["a"] } }`,
    [`advice ${mismatch}`],
  ],
  [
    "of a section on the first page",
    formOf(inSection(drop(`["b"]`)), `{ "kind": "[basics('sec').kind]" }`),
    `{ "kind": { "defaultValue": ¤"a" } }`,
    [`advice ${otherDefault}`],
  ],
  [
    "of one name in two sections",
    inStep(
      `${inSection(drop(`["a"]`))}, ${inSection(drop(`["b"]`)).replace("sec", "two")}`,
      `{ "x": "[steps('one').sec.kind]", "y": "[steps('one').two.kind]" }`,
    ),
    `{ "x": { "allowedValues": ["a"] }, "y": { "defaultValue": "b" } }`,
    [],
  ],
  [
    "used by another element alone",
    inStep(`${drop(`["a"]`)}, { "visible": "[equals(steps('one').kind, 'a')]" }`, "{}"),
    "{}",
    [],
  ],
  [
    "used by nothing",
    inStep(drop(`["a"]`).replace(`"allowedValues"`, `¤"allowedValues"`), `{ "x": "kind" }`),
    "{}",
    ["Allowed.Value.Missing.From.Outputs"],
  ],
  [
    "without a name",
    formOf(`{ "constraints": { ¤"allowedValues": ["a"] } }`, `{ "x": "[basics('x')]" }`),
    "{}",
    ["Allowed.Value.Missing.From.Outputs"],
  ],
  [
    "that are only compared",
    formOf(drop(`["yes", "no"]`), `{ "is": "[equals(toLower(basics('kind')), 'yes')]" }`),
    `{ "is": { "type": "bool", "defaultValue": true } }`,
    [],
  ],
  [
    "that decide on a value",
    formOf(drop(`["yes", "no"]`), `{ "n": "[if(equals(basics('kind'), 'yes'), 3, 1)]" }`),
    `{ "n": { "type": "int", "allowedValues": [1, 3], "defaultValue": 3 } }`,
    [],
  ],
  [
    "that are one of two values",
    formOf(drop(`["x", ¤"y"]`), `{ "n": "[if(basics('all'), 'z', basics('kind'))]" }`),
    `{ "n": { "allowedValues": ["x", "z"] } }`,
    [mismatch],
  ],
  [
    "handed to two parameters",
    formOf(drop(`["x"]`), `{ "a": "[basics('kind')]", "b": "[ basics( 'kind' ) ]" }`),
    `{ "a": { "defaultValue": "x" }, "b": { "defaultValue": ¤"y" } }`,
    [otherDefault],
  ],
  [
    "several at once",
    formOf(drop(`["x", "y"]`, `, "multiselect": true`), `{ "a": "[basics('kind')]" }`),
    `{ "a": { "type": "array", "defaultValue": ["X", ¤"z"] } }`,
    [otherDefault],
  ],
  [
    "numbers, booleans and parts of texts",
    formOf(drop(`[1, "2", true, "Standard"]`), `{ "a": "[basics('kind')]" }`),
    `{ "a": { "allowedValues": ["1", 2, "True", "standard_LRS"], "defaultValue": 2 } }`,
    [],
  ],
  [
    "without the default, which the parameter itself allows",
    formOf(drop(`["x"]`), `{ "a": "[basics('kind')]" }`),
    `{ "a": { "allowedValues": ["x", "y"], "defaultValue": "y" } }`,
    [],
  ],
  [
    "without an empty default, or that of the group",
    formOf(drop(`["x"]`), `{ "a": "[basics('kind')]", "b": "[basics('kind')]" }`),
    `{ "a": { "defaultValue": "" }, "b": { "defaultValue": "[ResourceGroup().location]" } }`,
    [],
  ],
  [
    "computed by the portal",
    formOf(
      drop(`"[map(basics('api').value, (item) => item.name)]"`),
      `{ "a": "[basics('kind')]" }`,
    ),
    `{ "a": { "allowedValues": ["x"], "defaultValue": "x" } }`,
    [],
  ],
  [
    "that are parts of an object",
    formOf(drop(`["x"]`), `{ "a": { "b": "[basics('kind')]" } }`),
    `{ "a": { "type": "object", "defaultValue": { "b": "y" } } }`,
    [],
  ],
  [
    "that are objects",
    formOf(drop(`[{ "value": { "v": "1" } }]`), `{ "a": "[basics('kind').v]" }`),
    `{ "a": { "allowedValues": ["1"], "defaultValue": "1" } }`,
    [],
  ],
  [
    "in a column of a grid",
    formOf(
      `{ "name": "grid", "type": "Microsoft.Common.EditableGrid", "constraints": { "columns": [{ "id": "c", "element": ${drop(`["x"]`)} }] } }`,
      `{ "rows": "[basics('grid')]" }`,
    ),
    `{ "rows": { "type": "array", "defaultValue": [{ "c": "y" }] } }`,
    [],
  ],
  [
    "of locations",
    `{ "parameters": { "config": { "basics": { "location": { "allowedValues": ["eastus", ¤"westus"] } } }, "outputs": { "other": "[location()]", "location": "[location()]" } } }`,
    `{ "location": { "allowedValues": ["eastus"], "defaultValue": "[resourceGroup().location]" }, "other": {} }`,
    [mismatch],
  ],
])("choices %s", (_, definition, parameters, expected) => {
  const { found, places, marked } = judgeMarkedFiles(rule, {
    "createUiDefinition.json": definition,
    "mainTemplate.json": templateOf(parameters),
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
