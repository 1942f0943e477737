import { expect, test } from "vitest";
import type { Rule } from "../../../../../shared/checks/rules/rule.ts";
import { deploymentResourcesMustNotBeDebug } from "../../../../../shared/checks/rules/template/nested/deployment-resources-must-not-be-debug.ts";
import { secureParamsInNestedDeployments } from "../../../../../shared/checks/rules/template/nested/secure-params-in-nested-deployments.ts";
import { parameterTypesShouldBeConsistent } from "../../../../../shared/checks/rules/template/parameters/parameter-types-should-be-consistent.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const judge = (rule: Rule, text: string, expected: string[]) => {
  const { found, places, marked } = judgeMarked(rule, text);
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
};

const deployment = (properties: string) => `{
  "parameters": {
    "key": { "type": "SecureString" }, "size": { "type": "int" }, "list": { "type": "array" }
  },
  "resources": [
    {
      "type": "microsoft.resources/deployments",
      "properties": { ${properties} }
    }
  ]
}`;

test.each<[string, string, string[]]>([
  ["none", `"debugSetting": { "detailLevel": "none" }`, []],
  ["not given", `"debugSetting": {}`, []],
  [
    "a request",
    `"debugSetting": { "DetailLevel": ¤"requestContent" }`,
    ["Deployment.Resource.Has.DebugSetting"],
  ],
  [
    "an expression",
    `"debugSetting": { "detailLevel": ¤"[parameters('size')]" }`,
    ["Deployment.Resource.Has.DebugSetting"],
  ],
  ["no string", `"debugSetting": { "detailLevel": ¤{} }`, ["Deployment.Resource.Has.LogDetail"]],
])("a deployment whose detail level is %s", (_, properties, expected) => {
  judge(deploymentResourcesMustNotBeDebug, deployment(properties), expected);
});

const scoped = (scope: string, value: string) =>
  `"expressionEvaluationOptions": { "scope": "${scope}" }, "template": { "outputs": { "a": { "value": ${value} } } }`;
const secret = `"[concat('a', parameters('KEY'))]"`;

test.each<[string, string, string[]]>([
  ["a plain parameter", scoped("outer", `"[parameters('size')]"`), []],
  ["a secret of its own", scoped("Inner", secret), []],
  ["a secret for later", scoped("outer", `"[[parameters('key')]"`), []],
  ["a secret", scoped("Outer", `¤${secret}`), ["NestedDeployment.Contains.SecureParameter"]],
  [
    "a secret, of no scope",
    scoped("", `¤${secret}`),
    ["NestedDeployment.Contains.SecureParameter"],
  ],
  [
    "keys",
    scoped("outer", `¤"[listKeys('a', '2023-01-01').keys[0]]"`),
    ["NestedDeployment.Contains.ListFunction"],
  ],
  ["a function that only sounds like it", scoped("outer", `"[contoso.listOfNames('a')]"`), []],
  ["a secret as text", scoped("outer", `"parameters('key')"`), []],
  [
    "a deployment with a secret, once",
    `"template": { "resources": [{ "type": "Microsoft.Resources/deployments", "properties": {
      "template": { "a": ¤${secret} } } }] }`,
    ["NestedDeployment.Contains.SecureParameter"],
  ],
])("a nested template contains %s", (_, properties, expected) => {
  judge(secureParamsInNestedDeployments, deployment(properties), expected);
});

const passing = (
  value: string,
  type: string,
) => `"expressionEvaluationOptions": { "scope": "inner" },
  "parameters": { "Given": { "value": ${value} } },
  "template": { "parameters": { "given": { "type": ${type} } } }`;

test.each<[string, string, string[]]>([
  ["of the same type", passing(`"[parameters('key')]"`, `"securestring"`), []],
  ["of another type", passing(`"[parameters('key')]"`, `¤"string"`), ["Inconsistent.Parameter"]],
  ["an element", passing(`"[parameters('list')[0]]"`, `"string"`), []],
  ["a property", passing(`"[parameters('list').length]"`, `"int"`), []],
  [
    "one of several arguments",
    passing(`"[if(equals(parameters('size'), 1), 'a', 'b')]"`, `"string"`),
    [],
  ],
  [
    "made of two",
    passing(`"[add(parameters('size'), length(parameters('list')))]"`, `"string"`),
    [],
  ],
  ["escaped", passing(`"[[parameters('size')]"`, `"string"`), []],
  ["plain text", passing(`"use [parameters('size')]."`, `"string"`), []],
  ["changed", passing(`"[trim(parameters('key'))]"`, `¤"string"`), ["Inconsistent.Parameter"]],
  ["a literal", passing(`"large"`, `"string"`), []],
  ["not declared", passing(`"[parameters('other')]"`, `"string"`), []],
])("an inner template's parameter that is %s", (_, properties, expected) => {
  judge(parameterTypesShouldBeConsistent, deployment(properties), expected);
});

test.each([
  ["made another type", `"[string(parameters('size'))]"`, `¤"string"`, "string()"],
  ["counted", `"[length(parameters('key'))]"`, `¤"int"`, "length()"],
  ["wrapped", `"[createObject('a', parameters('list'))]"`, `¤"object"`, "createObject()"],
])("an inner template's parameter that is %s is warned of", (_, value, type, call) => {
  const text = deployment(passing(value, type));
  judge(parameterTypesShouldBeConsistent, text, ["Inconsistent.Parameter"]);
  const [finding] = judgeMarked(parameterTypesShouldBeConsistent, text).findings;
  expect(finding).toMatchObject({ severity: "warning", reference: "warning" });
  expect(finding?.message).toContain(call);
  expect(finding?.fix).toContain("variable");
});

test("a policy's parameters are not those of the template around it", () => {
  const policy = (value: string) => `{
    "parameters": { "size": { "type": "int" } },
    "resources": [{ "properties": { "policyRule": { "then": { "details": { "deployment": {
      "properties": {
        "parameters": { "size": { "value": "${value}" } },
        "template": { "parameters": { "size": { "type": ¤"string" } } }
      }
    } } } } } }]
  }`;
  const escaped = policy("[[parameters('size')]").replace("¤", "");
  judge(parameterTypesShouldBeConsistent, escaped, []);
  judge(parameterTypesShouldBeConsistent, policy("[parameters('size')]"), [
    "Inconsistent.Parameter",
  ]);
});
