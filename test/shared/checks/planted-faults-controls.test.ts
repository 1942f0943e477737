import { expect, test } from "vitest";
import { cleanPackages, placesFound, type Change } from "../support/plant-in-text.ts";

const inUi = (find: RegExp, write: string): Change => ["createUiDefinition", find, write];
const inMain = (find: RegExp, write: string): Change => ["mainTemplate", find, write];
const textBox = /(\{\s*"name": "\w+",\s*"type": )"Microsoft\.Common\.TextBox",/;
const afterTextBox = (property: string) =>
  inUi(textBox, `$1"Microsoft.Common.TextBox", ${property},`);
const secretKey = /"\^\[a-zA-Z0-9\._-\]\{100,\}\$"/;

const plants: [rule: string, what: string, ...changes: Change[]][] = [
  ["CreateUIDefinition-Must-Not-Have-Blanks", "an empty text", afterTextBox(`"placeholder": ¤""`)],
  ["CreateUIDefinition-Must-Not-Have-Blanks", "an empty object", afterTextBox(`"options": ¤{ }`)],
  ["CreateUIDefinition-Must-Not-Have-Blanks", "null", afterTextBox(`"placeholder": ¤null`)],
  ["CreateUIDefinition-Must-Not-Have-Blanks", "an empty list", afterTextBox(`"options": ¤[]`)],
  [
    "CreateUIDefinition-Must-Not-Have-Blanks",
    "a list of an empty text",
    afterTextBox(`"options": ¤[""]`),
  ],
  [
    "Credential-Confirmation-Should-Not-Be-Hidden",
    "a hidden confirmation",
    inUi(/("hideConfirmation": )false/, "$1¤true"),
  ],
  [
    "HideExisting-Must-Be-Correctly-Handled",
    "a resource group not handed on",
    inUi(
      /("\w+": ")(\[steps\('\w+'\)\.(?:vnet|vmNetwork)\.resourceGroup\])"/,
      `$1[resourceGroup().name]"`,
    ),
    inUi(/("hideExisting": )false/, "$1¤false"),
  ],
  [
    "HideExisting-Must-Be-Correctly-Handled",
    "existing ones shown",
    inUi(/("hideExisting": )true/, "$1¤false"),
  ],
  [
    "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    "a password for a readable parameter",
    inUi(
      /("name": "namePrefix",\s*"type": )"Microsoft\.Common\.TextBox"/,
      `$1"Microsoft.Common.PasswordBox"`,
    ),
    inMain(/("namePrefix": \{\s*"type": )/, "$1¤"),
  ],
  [
    "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    "a password that goes nowhere",
    inUi(
      textBox,
      `¤{ "name": "planted", "type": "Microsoft.Common.PasswordBox", "toolTip": "x", "constraints": { "required": true } }, $&`,
    ),
  ],
  ["PasswordBoxes-Must-Have-Min-Length", "no length", inUi(secretKey, `¤"^[a-zA-Z0-9._-]+$$"`)],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "a short length",
    inUi(secretKey, `¤"^[a-zA-Z0-9._-]{6,}$$"`),
  ],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "a broken pattern",
    inUi(secretKey, `¤"^[a-zA-Z0-9._-{100,}$$"`),
  ],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "no constraints",
    inUi(/\{(\s*"name": "ibmEntitlementKey",[^]*?)"constraints": \{[^}]*\{100,\}[^}]*\},/, "¤{$1"),
  ],
  [
    "Textboxes-Are-Well-Formed",
    "a broken pattern",
    inUi(
      /("regex": )"\^\[a-zA-Z\]\+\[a-z0-9A-Z\]\{2,10\}\$"/,
      `$1¤"^[a-zA-Z]+([a-z0-9A-Z]{2,10}$$"`,
    ),
  ],
  [
    "Textboxes-Are-Well-Formed",
    "no pattern",
    inUi(
      /("constraints":\s*)(\{\s*"required": true,\s*"validations": \[\s*\{\s*)"regex": "\^\[a-zA-Z\]\+\[a-z0-9A-Z\]\{2,10\}\$",/,
      `$1¤$2"isValid": true,`,
    ),
  ],
  [
    "Textboxes-Are-Well-Formed",
    "a pattern without explanation",
    inUi(
      /("constraints":\s*\{)(\s*"required": true,\s*"validations": \[)/,
      `$1 "regex": ¤"^[a-z]{3,9}$$",$2`,
    ),
  ],
  [
    "Textboxes-Are-Well-Formed",
    "no length",
    inUi(/("regex": )"\^\[a-zA-Z\]\+\[a-z0-9A-Z\]\{2,10\}\$"/, `$1¤"^[a-zA-Z]+$$"`),
  ],
  [
    "Tooltips-Should-Be-Present",
    "no tool tip",
    inUi(
      /(\{\s*"name": "\w+",\s*"type": "Microsoft.Common.(?:TextBox|DropDown)",\s*"label": "[^"]*",\s*(?:"defaultValue": "[^"]*",\s*)?)"toolTip": "[^"]*",/,
      "¤$1",
    ),
  ],
  [
    "Usernames-Should-Not-Have-A-Default",
    "a default",
    inUi(/"type": "Microsoft.Compute.UserNameTextBox",/, `$& "defaultValue": ¤"operator",`),
  ],
  [
    "Validations-Must-Have-Message",
    "no message",
    inUi(/(\{\s*)("regex": "[^"]*"),\s*"message": "[^"]*"/, "¤$1$2"),
  ],
  [
    "Validations-Must-Have-Message",
    "no message of a permission",
    inUi(/(\{\s*)("permission": "[^"]*"),\s*"message": "[^"]*"/, "¤$1$2"),
  ],
  [
    "create-ui-elements-are-known",
    "an unknown element",
    inUi(/("type": )"Microsoft\.Common\.TextBox"/, `$1¤"Microsoft.Common.TextField"`),
  ],
];

const packages = await cleanPackages();

test.each(plants)("%s alone finds %s", (rule, _, ...changes) => {
  for (const { found, expected } of placesFound(packages, changes)) {
    expect(found).toEqual(expected.map((place) => `${rule} ${place}`));
  }
});
