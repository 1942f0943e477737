import { expect, test } from "vitest";
import { cleanPackages, placesFound, type Change } from "../support/plant-in-text.ts";

const inUi = (find: RegExp, write: string): Change => ["createUiDefinition", find, write];
const inMain = (find: RegExp, write: string): Change => ["mainTemplate", find, write];
const textBox = /(\{\s*"name": "\w+",\s*"type": )"Microsoft\.Common\.TextBox",/;

const plants: [rule: string, what: string, ...changes: Change[]][] = [
  [
    "Handler-Must-Be-Correct",
    "another handler",
    inUi(/("handler": )"[^"]*"/, `$1¤"Microsoft.Compute.Vm"`),
  ],
  ["Handler-Must-Be-Correct", "no handler", inUi(/^\{([^]*?)"handler": "[^"]*",/, "¤{$1")],
  ["CreateUIDefinition-Should-Have-Schema", "no schema", inUi(/^\{\s*"\$schema": "[^"]*",/, "¤{")],
  [
    "CreateUIDefinition-Should-Have-Schema",
    "a schema in small letters",
    inUi(
      /("\$schema": )"[^"]*"/,
      `$1¤"https://schema.management.azure.com/schemas/0.1.2-preview/createuidefinition.multivm.json#"`,
    ),
  ],
  [
    "CreateUIDefinition-Should-Have-Schema",
    "an old schema",
    inUi(
      /("\$schema": )"[^"]*"/,
      `$1¤"https://schema.management.azure.com/schemas/0.1.1-preview/CreateUIDefinition.MultiVm.json#"`,
    ),
  ],
  [
    "CreateUIDefinition-Should-Have-Schema",
    "another version",
    inUi(/("version": )"0.1.2-preview"/, `$1¤"0.1.1-preview"`),
  ],
  [
    "CreateUIDefinition-Should-Have-Schema",
    "no version",
    inUi(/^\{([^]*?)"version": "0.1.2-preview",/, `¤{$1`),
  ],
  [
    "Location-Should-Be-In-Outputs",
    "another location",
    inUi(/("location": )"\[location\(\)\]"/, `$1¤"[resourceGroup().location]"`),
  ],
  [
    "Location-Should-Be-In-Outputs",
    "no location",
    inUi(/("outputs": )(\{[^]*?)"location": "\[location\(\)\]",/, `$1¤$2`),
  ],
  [
    "Outputs-Must-Be-Present-In-Template-Parameters",
    "a surplus output",
    inUi(/"outputs": \{/, `$& ¤"planted": "[location()]",`),
  ],
  [
    "Parameters-Without-Default-Must-Exist-In-CreateUIDefinition",
    "a missing output",
    inUi(/"namePrefix": "\[basics\('namePrefix'\)\]",/, ""),
    inMain(
      /"namePrefix": \{\s*"type": "string",\s*"minLength": 3,\s*"maxLength": \d+,\s*"metadata"/,
      "¤$&",
    ),
  ],
  [
    "Controls-In-Outputs-Must-Exist",
    "a misspelt control",
    inUi(/"\[basics\('namePrefix'\)\]"/, `¤"[basics('namePrefixes')]"`),
  ],
  [
    "Controls-In-Outputs-Must-Exist",
    "a misspelt step",
    inUi(/"\[steps\('(\w+)'\)\.(vmName|nameSpace)\]"/, `¤"[steps('$1s').$2]"`),
  ],
  [
    "Controls-In-Outputs-Must-Exist",
    "a misspelt element",
    inUi(/"\[steps\('(\w+)'\)\.(vmName|nameSpace)\]"/, `¤"[steps('$1').$2s]"`),
  ],
  [
    "VMSizes-Must-Match-Template",
    "another default",
    inUi(/"allowedSizes"/, "$&"),
    inMain(
      /("(?:vmSize|masterSize)": \{\s*"type": "string",\s*"defaultValue": )"[^"]*"/i,
      `$1¤"Standard_A1"`,
    ),
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "a choice that is not allowed",
    inUi(/("name": "vmDiskType",(?:(?!"name":)[^])*?"value": )"Premium_LRS"/, `$1¤"Premium_XRS"`),
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "a default that is not offered",
    inMain(/("acceptLicense": \{\s*"type": "string",\s*"defaultValue": )"decline"/i, `$1¤"maybe"`),
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "choices that go nowhere",
    inUi(
      textBox,
      `{ "name": "planted", "type": "Microsoft.Common.DropDown", "toolTip": "x", "constraints": { ¤"allowedValues": [{ "label": "a", "value": "a" }] } }, $&`,
    ),
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "a choice of a section that is not allowed",
    inUi(/("name": "bastionSku",(?:(?!"name":)[^])*?"value": )"[^"]*"/, `$1¤"Planted"`),
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "a choice that is no longer allowed",
    inMain(/("acceptLicense": \{[^}]*"allowedValues": \[\s*)"accept",/, "$1"),
    inUi(/("name": "acceptLicense",(?:(?!"name":)[^])*?"value": )"accept"/, `$1¤"accept"`),
  ],
  [
    "create-ui-output-types-agree",
    "a check box for a text",
    inUi(
      /("name": "namePrefix",\s*"type": )"Microsoft\.Common\.TextBox"/,
      `$1"Microsoft.Common.CheckBox"`,
    ),
    inUi(/("namePrefix": )("\[basics)/, "$1¤$2"),
  ],
  ["JSONFiles-Should-Be-Valid", "a missing value", inUi(/("handler": )"[^"]*",/, "$1¤,")],
  ["JSONFiles-Should-Be-Valid", "a comment", inUi(/("version": )/, "¤// the version\n$1")],
];

const packages = await cleanPackages();

test.each(plants)("%s alone finds %s", (rule, _, ...changes) => {
  for (const { found, expected } of placesFound(packages, changes)) {
    expect(found).toEqual(expected.map((place) => `${rule} ${place}`));
  }
});
