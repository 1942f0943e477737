import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf, templateOf } from "../../../support/marked-package.ts";

const texts = "Textboxes-Are-Well-Formed";
const lengths = "PasswordBoxes-Must-Have-Min-Length";
const secure = "Password-Textboxes-Must-Be-Used-For-Password-Parameters";
const confirmed = "Credential-Confirmation-Should-Not-Be-Hidden";
const users = "Usernames-Should-Not-Have-A-Default";
const tips = "Tooltips-Should-Be-Present";
const messages = "Validations-Must-Have-Message";

const box = (type: string, more: string, outputs = "{}") =>
  formOf(`{ "name": "a", "type": "${type}", ${more} }`, outputs);
const textBox = (constraints: string) =>
  box("microsoft.Common.textBox", `"Constraints": ${constraints}`);
const password = (constraints: string) =>
  box("Microsoft.Common.PasswordBox", `"constraints": ${constraints}`);
const filling = (outputs: string, mark = "") =>
  box("Microsoft.Common.PasswordBox", `"label": "x"`, outputs).replace("{ ", `${mark}{ `);
const noExplanation = "TextBox.Missing.ValidationMessage";

test.each<[string, string, string, string[]]>([
  [
    texts,
    "the first of several patterns limits the length",
    textBox(
      `{ "validations": [{ "isValid": "[true]" }, { "regex": "^a{2}$" }, { "regex": "^[ab]+$" }] }`,
    ),
    [],
  ],
  [
    texts,
    "a later pattern that is broken",
    textBox(`{ "validations": [{ "regex": "^a{2}$" }, { "regex": ¤"^[ab+$" }] }`),
    ["TextBox.Invalid.Regex"],
  ],
  [
    texts,
    "validations without a pattern beside one",
    textBox(
      `{ "regex": "^a{2,}$", "validationMessage": "x", "validations": [{ "isValid": "[true]", "message": "x" }] }`,
    ),
    [],
  ],
  [
    texts,
    "validations explain theirs, and not the other",
    textBox(`{ "regex": ¤"^a{2,}$", "validations": [{ "regex": "^a{2}$", "message": "x" }] }`),
    [noExplanation],
  ],
  [
    texts,
    "an empty explanation",
    textBox(`{ "regex": "^a{2,}$", "validationMessage": ¤"" }`),
    [noExplanation],
  ],
  [texts, "an empty pattern", textBox(`{ "regex": ¤"" }`), ["TextBox.Missing.Regex"]],
  [
    texts,
    "an empty list of validations",
    textBox(`¤{ "validations": [] }`),
    ["TextBox.Missing.Regex"],
  ],
  [texts, "nothing in it", textBox(`¤{}`), ["TextBox.Missing.Regex"]],
  [texts, "null", textBox(`¤null`), ["TextBox.Missing.Constraints"]],
  [
    texts,
    "flags and named groups of .NET",
    textBox(`{ "regex": "^(?i)(?<x>[a-z]{1,9})\\\\k<x>$", "validationMessage": "x" }`),
    [],
  ],
  [
    texts,
    "a computed pattern",
    textBox(`{ "regex": "[basics('pattern')]", "validationMessage": "x" }`),
    [],
  ],
  [
    texts,
    "a pattern without braces or with empty ones",
    textBox(`{ "regex": ¤"^a{,5}$", "validationMessage": "x" }`),
    ["advice TextBox.Missing.Length"],
  ],
  [lengths, "minimums that add up", password(`{ "regex": "^(?=.*a{1})[ab]{11}$" }`), []],
  [
    lengths,
    "a most length alone",
    password(`{ "regex": ¤"^[a-z]{,20}$" }`),
    ["PasswordBox.Missing.Min.Length"],
  ],
  [lengths, "an empty pattern", password(`{ "regex": "" }`), []],
  [lengths, "nothing in it", password(`{}`), []],
  [lengths, "null", password(`¤null`), ["PasswordBox.Missing.Constraints"]],
  [lengths, "an expression", password(`{ "regex": "[if(basics('x'), '^a$', '^b$')]" }`), []],
  [
    confirmed,
    "a text that says true",
    box("Microsoft.Common.PasswordBox", `"options": { "HideConfirmation": ¤"True" }`),
    ["CredentialConfirmation.Is.Hidden"],
  ],
  [
    confirmed,
    "another element, or elsewhere",
    box(
      "Microsoft.Common.TextBox",
      `"options": { "hideConfirmation": true }, "hideConfirmation": true`,
    ),
    [],
  ],
  [
    confirmed,
    "in a section",
    formOf(
      `{ "type": "Microsoft.Common.Section", "elements": [{ "type": "Microsoft.Common.PasswordBox", "options": { "hideConfirmation": ¤true } }] }`,
    ),
    ["CredentialConfirmation.Is.Hidden"],
  ],
  [
    users,
    "an expression",
    box("Microsoft.Compute.UserNameTextBox", `"defaultValue": ¤"[basics('x')]"`),
    ["UserNameTextBox.Has.Default"],
  ],
  [users, "null", box("Microsoft.Compute.UserNameTextBox", `"defaultValue": null`), []],
  [users, "of a text box", box("Microsoft.Common.TextBox", `"defaultValue": "admin"`), []],
  [
    messages,
    "an empty message, one in other letters, and one of a setting",
    `{ "a": { "validations": [{ "message": ¤"" }, { "Message": "x" }] }, "b": { "VALIDATIONS": [¤{ "permission": "x" }] } }`,
    ["Validations.Missing.Message", "Validations.Missing.Message"],
  ],
  [messages, "no entries", `{ "validations": [] }`, []],
])("%s: %s", (id, _, text, expected) => {
  const { found, places, marked } = judgeMarkedFiles(ruleOf(id), {
    "createUiDefinition.json": text,
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});

test.each([
  ["the elements that need none", `"Microsoft.Common.infoBox"`, 0],
  ["what is no element", `"Microsoft.Compute/virtualMachines"`, 0],
  ["what is unknown", `"Microsoft.Some.Thing"`, 1],
])("tool tips of %s", (_, type, expected) => {
  const { found } = judgeMarkedFiles(ruleOf(tips), {
    "createUiDefinition.json": formOf(`{ "type": ${type} }`),
  });
  expect(found).toHaveLength(expected);
});

test.each([
  ["null", `"toolTip": ¤null`],
  ["blanks", `"TOOLTIP": ¤" \\t"`],
])("a tool tip of %s is none", (_, tip) => {
  const text = box("Microsoft.Common.TextBox", tip);
  const { places, marked } = judgeMarkedFiles(ruleOf(tips), { "createUiDefinition.json": text });
  expect(places).toEqual(marked);
});

test.each<[string, string, string, string[]]>([
  [
    "into a secure object",
    filling(`{ "o": { "p": { "q": "[basics('a')]" } } }`),
    `{ "O": { "type": "secureobject" } }`,
    [],
  ],
  [
    "into two parameters",
    filling(`{ "x": "[basics('a')]", "y": "[basics('a')]" }`),
    `{ "x": { "type": "SecureString" }, "y": { "type": ¤"String" } }`,
    ["PasswordBox.Parameter.Not.Secure"],
  ],
  [
    "into a parameter, and its length into another",
    filling(`{ "n": "[length(basics('a'))]", "x": "[concat(basics('a'), 'b')]" }`),
    `{ "n": { "type": "int" }, "x": { "type": "securestring" } }`,
    [],
  ],
  [
    "into a parameter without a type",
    filling(`{ "x": "[basics('a')]" }`),
    `{ ¤"x": {} }`,
    ["PasswordBox.Parameter.Not.Secure"],
  ],
  [
    "of a longer name",
    filling(`{ "x": "[basics('a-b')]" }`, "¤"),
    `{ "x": { "type": "securestring" } }`,
    ["PasswordBox.Missing.From.Outputs"],
  ],
])("a password goes %s", (_, definition, parameters, expected) => {
  const { found, places, marked } = judgeMarkedFiles(ruleOf(secure), {
    "createUiDefinition.json": definition,
    "mainTemplate.json": templateOf(parameters),
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
