import { errorsOf } from "../../../support/errors-of.ts";
import { expect, test } from "vitest";
import {
  goodTemplate,
  said,
  type Files,
  parameter,
  nested,
} from "../../../support/small-package.ts";

test.each<[string, Files, string[]]>([
  [
    "a secure default",
    parameter("key", { type: "SecureString", defaultValue: "hunter2" }),
    ["SecureString.Must.Not.Have.Default @ parameters.key.defaultValue"],
  ],
  [
    "a secure default that only sounds generated",
    parameter("key", { type: "securestring", defaultValue: "newGuid()" }),
    ["SecureString.Must.Not.Have.Default @ parameters.key.defaultValue"],
  ],
  [
    "a generated secure default",
    parameter("key", { type: "securestring", defaultValue: "[concat('P', newGuid( ))]" }),
    [],
  ],
  [
    "a password parameter in the clear",
    parameter("dbPassword", { type: "string" }),
    ["Password.Param.Not.Secure @ parameters.dbPassword.type"],
  ],
  [
    "a password parameter of a secure type with a name",
    {
      template: {
        definitions: { secret: { $ref: "#/definitions/Text" }, text: { type: "securestring" } },
        parameters: {
          ...goodTemplate.parameters,
          dbPassword: { $ref: "#/definitions/secret", defaultValue: "" },
        },
      },
    },
    [],
  ],
  ["a password switch", parameter("usePassword", { type: "bool", defaultValue: true }), []],
  [
    "the name of a secret",
    parameter("secretName", { type: "string" }),
    ["warning Password-params-must-be-secure @ parameters.secretName.type"],
  ],
  [
    "a bound that is no number",
    parameter("n", { type: "int", minValue: 1, maxValue: "9" }),
    ["Parameter.Max.Not.Int @ parameters.n.maxValue"],
  ],
  [
    "one bound alone",
    parameter("n", { type: "int", MinValue: 1 }),
    ["Parameter.Missing.Max @ parameters.n.MinValue"],
  ],
  [
    "a literal administrator password",
    { template: { resources: [{ properties: { AdminPassword: "hunter2" } }] } },
    ["AdminPassword.Is.Literal @ resources[0].properties.AdminPassword"],
  ],
  [
    "a literal administrator name in a variable",
    {
      template: {
        variables: { admin: "root" },
        resources: [{ properties: { adminUsername: "[variables('admin')]" } }],
      },
    },
    ["AdminUsername.Is.Variable.Literal @ resources[0].properties.adminUsername"],
  ],
  [
    "a literal administrator name among the variables",
    { template: { variables: { administratorLogin: "root" } } },
    ["AdminUsername.Var.Is.Literal @ variables.administratorLogin"],
  ],
  [
    "a literal administrator name wrapped among the variables",
    { template: { variables: { given: { adminUsername: { value: "root" } } } } },
    ["AdminUsername.Var.Is.Literal @ variables.given.adminUsername.value"],
  ],
  [
    "a variable's part that is an expression, as administrator name",
    {
      template: {
        variables: { admin: { name: "[concat('a', parameters('location'))]", zone: "a" } },
        resources: [{ properties: { adminUsername: "[variables('admin').name]" } }],
      },
    },
    [],
  ],
  [
    "a variable's part that is a literal, as administrator name",
    {
      template: {
        variables: { admin: { name: "root", zone: "[parameters('location')]" } },
        resources: [{ properties: { adminUsername: "[variables('admin').name]" } }],
      },
    },
    ["AdminUsername.Is.Variable.Literal @ resources[0].properties.adminUsername"],
  ],
  [
    "a key among the outputs",
    { template: { outputs: { a: { value: "[listKeys('x', '2023-01-01').keys[0].value]" } } } },
    ["Output.Contains.Secret @ outputs.a.value"],
  ],
  [
    "a secure parameter among the outputs",
    {
      template: {
        parameters: { ...goodTemplate.parameters, k: { type: "secureObject", defaultValue: {} } },
        outputs: { a: { value: { deep: "[string(parameters('K'))]" } } },
      },
    },
    ["Output.Contains.SecureParameter @ outputs.a.value.deep"],
  ],
  [
    "an output called a password",
    { template: { outputs: { vmPassword: { value: "x" } } } },
    ["Output.Contains.Secret.Name @ outputs.vmPassword"],
  ],
  [
    "an escaped expression among the outputs",
    { template: { outputs: { a: { value: "[[listKeys('x')]" } } } },
    [],
  ],
  [
    "a literal administrator name passed to an inner template",
    {
      template: {
        resources: [{ properties: { parameters: { adminUsername: { value: "root" } } } }],
      },
    },
    ["AdminUsername.Is.Literal @ resources[0].properties.parameters.adminUsername.value"],
  ],
  [
    "an administrator name that an inner template declares",
    nested("inner", { parameters: { adminUsername: { type: "string" } } }),
    [],
  ],
])("%s", (_, files, expected) => {
  expect(said(files)).toEqual(expected);
});

test("of several names by way of variables, the last one is an error and the others are advice", () => {
  const template = {
    variables: { admin: "root" },
    parameters: { name: { type: "string" } },
    resources: ["[variables('admin')]", "[parameters('name')]"].map((adminUsername) => ({
      properties: { adminUsername },
    })),
  };
  const id = "adminUsername-Should-Not-Be-A-Literal";

  expect(errorsOf(id, template)).toEqual([]);
  expect(errorsOf(id, { ...template, resources: template.resources.toReversed() })).toEqual([
    "AdminUsername.Is.Variable.Literal",
  ]);
});
