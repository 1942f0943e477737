import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf, templateOf } from "../../../support/marked-package.ts";

const choice = (values: string, outputs = `{ "kind": "[basics('kind')]" }`) =>
  formOf(
    `{ "name": "kind", "type": "Microsoft.Common.DropDown", "constraints": { "allowedValues": ${values} } }`,
    outputs,
  );
const size = (outputs: string, mark = "") =>
  formOf(
    `${mark}{ "name": "vmSize", "type": "Microsoft.Compute.SizeSelector", "constraints": { "allowedSizes": ["Standard_B1s"] } }`,
    outputs,
  );
const secret = (outputs: string, mark = "") =>
  formOf(`${mark}{ "name": "pw", "type": "Microsoft.Common.PasswordBox" }`, outputs);
const typed = (type: string, more: string, mark = "¤") =>
  formOf(
    `{ "name": "a", "type": "Microsoft.Common.${type}"${more} }`,
    `{ "p": ${mark}"[basics('a')]" }`,
  );

test.each<[string, string, string, string, string[]]>([
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "agreeing",
    choice(`[{ "value": "One" }, 2]`),
    `{ "kind": { "allowedValues": ["one", 2], "defaultValue": "one" } }`,
    [],
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "a choice not allowed",
    choice(`[{ "value": "one" }, { "value": ¤"two" }]`),
    `{ "kind": { "allowedValues": ["one"] } }`,
    ["Allowed.Value.Mismatch"],
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "a default not offered",
    choice(`["one"]`),
    `{ "kind": { "defaultValue": ["one", ¤"two"] } }`,
    ["Allowed.Value.Default.Mismatch"],
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "no parameter",
    choice(`["one"]`, `{ ¤"kin": "[basics('kind')]" }`),
    `{}`,
    ["Allowed.Value.Missing.From.MainTemplate"],
  ],
  [
    "Allowed-Values-Should-Actually-Be-Allowed",
    "no output",
    choice(`["one"]`, `{}`).replace(`"allowedValues"`, `¤"allowedValues"`),
    `{}`,
    ["Allowed.Value.Missing.From.Outputs"],
  ],
  [
    "VMSizes-Must-Match-Template",
    "agreeing",
    size(`{ "s": "[basics('vmSize')]" }`),
    `{ "s": { "defaultValue": "standard_b1s" } }`,
    [],
  ],
  [
    "VMSizes-Must-Match-Template",
    "another default",
    size(`{ "s": "[basics('vmSize')]" }`),
    `{ "s": { "defaultValue": ¤"Standard_B2s" } }`,
    ["SizeSelector.Default.Not.Allowed"],
  ],
  [
    "VMSizes-Must-Match-Template",
    "no output",
    size(`{ "s": "[basics('vmSizes')]" }`, "¤"),
    `{}`,
    ["SizeSelector.Missing.From.Outputs"],
  ],
  [
    "VMSizes-Must-Match-Template",
    "no parameter",
    size(`{ ¤"s": "[basics('vmSize')]" }`),
    `{}`,
    ["SizeSelector.Output.Missing.From.MainTemplate"],
  ],
  [
    "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    "secure",
    secret(`{ "o": { "p": "[coalesce(steps('s').pw, 'x')]" } }`),
    `{ "o": { "type": "SecureObject" } }`,
    [],
  ],
  [
    "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    "readable",
    secret(`{ "p": "[basics('pw')]" }`),
    `{ "p": { "type": ¤"string" } }`,
    ["PasswordBox.Parameter.Not.Secure"],
  ],
  [
    "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    "no output",
    secret(`{}`, "¤"),
    `{}`,
    ["PasswordBox.Missing.From.Outputs"],
  ],
  [
    "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    "no parameter",
    secret(`{ ¤"p": "[basics('pw')]" }`),
    `{}`,
    ["PasswordBox.Output.Missing.From.MainTemplate"],
  ],
  [
    "create-ui-output-types-agree",
    "a slider for a number",
    typed("Slider", "", ""),
    `{ "p": { "type": "int" } }`,
    [],
  ],
  [
    "create-ui-output-types-agree",
    "a slider for a text",
    typed("Slider", ""),
    `{ "p": { "type": "string" } }`,
    ["Output.Type.Mismatch"],
  ],
  [
    "create-ui-output-types-agree",
    "several choices for a text",
    typed("DropDown", `, "multiselect": true`),
    `{ "p": { "type": "string" } }`,
    ["Output.Type.Mismatch"],
  ],
  [
    "create-ui-output-types-agree",
    "a choice of numbers",
    typed("OptionsGroup", `, "constraints": { "allowedValues": [{ "value": 1 }] }`, ""),
    `{ "p": { "type": "int" } }`,
    [],
  ],
  [
    "create-ui-output-types-agree",
    "a password for a secure text",
    typed("PasswordBox", "", ""),
    `{ "p": { "type": "securestring" } }`,
    [],
  ],
  [
    "create-ui-output-types-agree",
    "a conversion",
    formOf(`{}`, `{ "p": ¤"[int(basics('a'))]", "q": "[string(1)]", "r": "[int('1').x]" }`),
    `{ "p": { "type": "string" }, "q": { "type": "string" }, "r": { "type": "string" } }`,
    ["Output.Type.Mismatch"],
  ],
])("%s: %s", (...given) => {
  const [id, , definition, parameters, expected] = given;
  const { found, places, marked } = judgeMarkedFiles(ruleOf(id), {
    "createUiDefinition.json": definition,
    "mainTemplate.json": templateOf(parameters),
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
