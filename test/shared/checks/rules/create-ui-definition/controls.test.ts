import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf } from "../../../support/marked-package.ts";

const box = (constraints: string) =>
  formOf(`{ "name": "a", "type": "Microsoft.Common.TextBox", "constraints": ${constraints} }`);
const password = (constraints: string) =>
  formOf(`{ "name": "pw", "type": "Microsoft.Common.PasswordBox", "constraints": ${constraints} }`);
const withRegex = (regex: string) => password(`{ "regex": ¤${JSON.stringify(regex)} }`);

test.each<[string, string, string, string[]]>([
  ["Usernames-Should-Not-Have-A-Default", "no default", `"label": "x"`, []],
  ["Usernames-Should-Not-Have-A-Default", "an empty default", `"defaultValue": ""`, []],
  [
    "Usernames-Should-Not-Have-A-Default",
    "a default",
    `"defaultValue": ¤"azureuser"`,
    ["UserNameTextBox.Has.Default"],
  ],
])("%s: a user name with %s", (id, _, property, expected) => {
  const text = formOf(`{ "type": "microsoft.compute.userNameTextBox", ${property} }`);
  const { found, places, marked } = judgeMarkedFiles(ruleOf(id), {
    "createUiDefinition.json": text,
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});

test.each<[string, string, string, string[]]>([
  [
    "Validations-Must-Have-Message",
    "explained",
    box(`{ "validations": [{ "regex": "a", "message": "a" }] }`),
    [],
  ],
  [
    "Validations-Must-Have-Message",
    "one unexplained",
    box(`{ "validations": [{ "message": "a" }, ¤{ "regex": "a" }] }`),
    ["Validations.Missing.Message"],
  ],
  [
    "Textboxes-Are-Well-Formed",
    "a pattern with a message",
    box(`{ "regex": "^(?i)[a-z]{3}$", "validationMessage": "three" }`),
    [],
  ],
  [
    "Textboxes-Are-Well-Formed",
    "no constraints",
    formOf(`¤{ "type": "Microsoft.Common.TextBox" }`),
    ["TextBox.Missing.Constraints"],
  ],
  [
    "Textboxes-Are-Well-Formed",
    "no pattern",
    box(`¤{ "required": true }`),
    ["TextBox.Missing.Regex"],
  ],
  [
    "Textboxes-Are-Well-Formed",
    "no message",
    box(`{ "regex": ¤"a{2}" }`),
    ["TextBox.Missing.ValidationMessage"],
  ],
  [
    "Textboxes-Are-Well-Formed",
    "a broken pattern",
    box(`{ "validations": [{ "regex": ¤"^a($" }] }`),
    ["TextBox.Invalid.Regex"],
  ],
  [
    "Textboxes-Are-Well-Formed",
    "no length",
    box(`{ "validations": [{ "regex": ¤"^a$" }] }`),
    ["advice TextBox.Missing.Length"],
  ],
  ["PasswordBoxes-Must-Have-Min-Length", "a length", password(`{ "regex": ".{12,72}" }`), []],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "a computed pattern",
    password(`{ "regex": "[concat('^', basics('x'))]" }`),
    [],
  ],
  ["PasswordBoxes-Must-Have-Min-Length", "no pattern", password(`{ "required": true }`), []],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "no constraints",
    formOf(`¤{ "type": "Microsoft.Common.PasswordBox" }`),
    ["PasswordBox.Missing.Constraints"],
  ],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "no length",
    withRegex("^[a-z]+$"),
    ["PasswordBox.Missing.Min.Length"],
  ],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "a broken pattern",
    withRegex("[a-z{12}"),
    ["PasswordBox.Invalid.Regex"],
  ],
  [
    "PasswordBoxes-Must-Have-Min-Length",
    "a short length",
    withRegex("^a{4}b{2,}$"),
    ["advice PasswordBox.Short.Min.Length"],
  ],
  [
    "Credential-Confirmation-Should-Not-Be-Hidden",
    "shown",
    formOf(`{ "type": "Microsoft.Common.PasswordBox", "options": { "hideConfirmation": false } }`),
    [],
  ],
  [
    "Credential-Confirmation-Should-Not-Be-Hidden",
    "hidden",
    formOf(
      `{ "type": "Microsoft.Compute.CredentialsCombo", "options": { "hideConfirmation": ¤true } }`,
    ),
    ["CredentialConfirmation.Is.Hidden"],
  ],
])("%s: %s", (id, _, text, expected) => {
  const { found, places, marked } = judgeMarkedFiles(ruleOf(id), {
    "createUiDefinition.json": text,
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
