import { expect, test } from "vitest";
import { virtualMachinesShouldNotBePreview } from "../../../../../shared/checks/rules/template/virtual-machines/virtual-machines-should-not-be-preview.ts";
import { vmImagesShouldUseLatestVersion } from "../../../../../shared/checks/rules/template/virtual-machines/vm-images-should-use-latest-version.ts";
import { vmSizeShouldBeAParameter } from "../../../../../shared/checks/rules/template/virtual-machines/vm-size-should-be-a-parameter.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const machine = (
  profile: string,
  type = "Microsoft.Compute/virtualMachines",
  variables = "{}",
) => `{
  "variables": ${variables},
  "resources": [
    { "type": "${type}", "properties": { "storageProfile": ${profile} } }
  ]
}`;
const image = (reference: string) => machine(`{ "imageReference": ${reference} }`);

test.each([
  ["released", image(`{ "offer": "preview-tools", "sku": "2", "version": "latest" }`), 0],
  ["a preview by version", image(`{ "sku": "2", "version": ¤"latest-Preview" }`), 1],
  ["a preview by sku", image(`{ "sku": ¤"2-preview" }`), 1],
  ["a preview by offer", image(`{ "offer": ¤"ledger-preview", "version": "preview" }`), 1],
  ["a preview as a text", image(`¤"latest-preview"`), 1],
  [
    "a preview in a scale set",
    machine(
      `{ "imageReference": { "sku": ¤"preview" } }`,
      "microsoft.compute/virtualmachinescalesets",
    ),
    1,
  ],
  [
    "a preview in a variable",
    machine(
      `"[variables('disk')]"`,
      "Microsoft.Compute/virtualMachines",
      `{ "disk": { "imageReference": { "sku": ¤"x-preview" } } }`,
    ),
    1,
  ],
  [
    "a preview in a variable's reference",
    machine(
      `{ "imageReference": "[variables('image')]" }`,
      "Microsoft.Compute/virtualMachines",
      `{ "image": { "offer": "a", "sku": "[variables('sku')]" }, "sku": ¤"x-preview" }`,
    ),
    1,
  ],
  ["of something else", machine(`{ "imageReference": "preview" }`, "A.B/c"), 0],
])("an image that is %s", (_, text, count) => {
  const { found, places, marked } = judgeMarked(virtualMachinesShouldNotBePreview, text);
  expect(found).toEqual(Array.from({ length: count }, () => "VM.Using.Preview.Image"));
  expect(places).toEqual(marked);
});

test("versions of images are not judged, as reviewers do not either", () => {
  const fixed = image(`{ "offer": "ledger", "version": "1.0.3" }`);
  expect(judgeMarked(vmImagesShouldUseLatestVersion, fixed).found).toEqual([]);
});

const sized = (size: string) => `{
  "parameters": { "vmSize": { "type": "string", "defaultValue": "Standard_D2_v3" } },
  "variables": {
    "fixed": "Standard_D2_v3", "asked": "[parameters('vmSize')]", "indirect": "[variables('asked')]",
    "vm": { "small": "Standard_B1s", "chosen": "[parameters('vmSize')]" },
    "fixedVm": { "small": "Standard_B1s" },
    "copy": [{ "name": "asked3", "count": 3, "input": "[parameters('vmSize')]" }],
    "one": "[variables('two')]", "two": "[variables('one')]"
  },
  "resources": [{ "properties": { "hardwareProfile": { "vmSize": ${size} } } }]
}`;
const passed = (scope: string, size: string) => `{
  "variables": { "asked": "[parameters('vmSize')]" },
  "resources": [{ "type": "Microsoft.Resources/deployments", "properties": {
    "expressionEvaluationOptions": { "scope": "${scope}" },
    "parameters": { "vmSize": { "value": ${size} } },
    "template": { "parameters": { "vmSize": { "type": "string", "defaultValue": "x" } },
      "resources": [{ "vmSize": "[parameters('vmSize')]" }] }
  } }]
}`;

const renamed = (size: string) =>
  passed("inner", size)
    .replace('"parameters": { "vmSize"', '"parameters": { "nodes"')
    .replace(`"[parameters('vmSize')]" }] }`, `"[parameters('Nodes')]" }] }`);

test.each([
  ["a parameter", sized(`"[ Parameters('vmSize')]"`), 0],
  ["made with a parameter", sized(`"[if(true(), parameters('vmSize'), 'x')]"`), 0],
  ["a variable that is a parameter", sized(`"[variables('indirect')]"`), 0],
  ["a part of a variable that is a parameter", sized(`"[variables('vm').chosen]"`), 0],
  ["an element of copies of a parameter", sized(`"[variables('asked3')[0]]"`), 0],
  ["written out", sized(`¤"Standard_D2_v3"`), 1],
  ["a fixed variable", sized(`¤"[variables('fixed')]"`), 1],
  ["a fixed part of a variable", sized(`¤"[variables('vm').small]"`), 1],
  ["a fixed part of a fixed variable", sized(`¤"[variables('fixedVm').small]"`), 1],
  ["a variable that goes round in circles", sized(`¤"[variables('one')]"`), 1],
  ["plain text about parameters", sized(`¤"parameters('vmSize')"`), 1],
  ["passed on", passed("inner", `"[parameters('vmSize')]"`), 0],
  ["fixed for an inner template", passed("inner", `¤"Standard_D2_v3"`), 1],
  ["passed on by another name", renamed(`"[parameters('vmSize')]"`), 0],
  ["fixed for an inner template by another name", renamed(`¤"Standard_D2_v3"`), 1],
  ["asked of Azure for an inner template", renamed(`"[reference('a').size]"`), 0],
  ["a variable for an inner template", passed("inner", `¤"[variables('asked')]"`), 1],
  ["fixed for an outer-scoped template", passed("outer", `¤"Standard_D2_v3"`), 1],
  ["a variable for an outer-scoped template", passed("outer", `"[variables('asked')]"`), 0],
])("a size that is %s", (_, text, count) => {
  const { found, places, marked } = judgeMarked(vmSizeShouldBeAParameter, text);
  expect(found).toEqual(Array.from({ length: count }, () => "VM.Size.Must.Be.Parameter"));
  expect(places).toEqual(marked);
});

test.each([
  ["next to a parameter in its variable", `"[variables('vm').small]"`, "warning"],
  ["in a variable without parameters", `"[variables('fixedVm').small]"`, "error"],
])("a fixed size %s is no more than reviewers make of it", (_, size, reference) => {
  const { findings } = judgeMarked(vmSizeShouldBeAParameter, sized(size));
  expect(findings.map((finding) => finding.reference)).toEqual([reference]);
});
