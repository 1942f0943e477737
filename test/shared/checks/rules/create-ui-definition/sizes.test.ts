import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf, templateOf } from "../../../support/marked-package.ts";

const inSection = (elements: string) =>
  `{ "name": "sec", "type": "Microsoft.Common.Section", "elements": [${elements}] }`;
const inStep = (elements: string, outputs: string) =>
  formOf("", outputs, `[{ "name": "one", "elements": [${elements}] }]`);
const size = (name: string, sizes: string) =>
  `{ "name": "${name}", "type": "Microsoft.Compute.SizeSelector", "constraints": { "allowedSizes": ${sizes} } }`;

const rule = ruleOf("VMSizes-Must-Match-Template");

test.each<[string, string, string, string[]]>([
  [
    "in a section",
    inStep(inSection(size("vm", `["B1"]`)), `{ "s": "[steps('one').sec.vm]" }`),
    `{ "s": { "defaultValue": ¤"B2" } }`,
    ["SizeSelector.Default.Not.Allowed"],
  ],
  [
    "of one name in two steps",
    formOf(
      "",
      `{ "x": "[steps('one').vm]", "y": "[steps('two').vm]" }`,
      `[{ "name": "one", "elements": [${size("vm", `["B1"]`)}] }, { "name": "two", "elements": [${size("vm", `["B2"]`)}] }]`,
    ),
    `{ "x": { "defaultValue": "b1" }, "y": { "defaultValue": "B2" } }`,
    [],
  ],
  [
    "of any kind",
    formOf(
      `{ "name": "vm", "type": "microsoft.compute.sizeselector" }`,
      `{ "s": "[basics('vm')]" }`,
    ),
    `{ "s": { "defaultValue": "B2" } }`,
    [],
  ],
  [
    "that are part of an object",
    formOf(size("vm", `["B1"]`), `{ "s": { "size": "[basics('vm')]" } }`),
    `{ "s": { "type": "object", "defaultValue": { "size": "B2" } } }`,
    [],
  ],
])("sizes %s", (_, definition, parameters, expected) => {
  const { found, places, marked } = judgeMarkedFiles(rule, {
    "createUiDefinition.json": definition,
    "mainTemplate.json": templateOf(parameters),
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
