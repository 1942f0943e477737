import { expect, test } from "vitest";
import type { Rule } from "../../../../../shared/checks/rules/rule.ts";
import { parametersMustBeReferenced } from "../../../../../shared/checks/rules/template/parameters/parameters-must-be-referenced.ts";
import { dynamicVariableReferencesShouldNotUseConcat } from "../../../../../shared/checks/rules/template/variables/dynamic-variable-references-should-not-use-concat.ts";
import { variablesMustBeReferenced } from "../../../../../shared/checks/rules/template/variables/variables-must-be-referenced.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const judge = (rule: Rule, text: string, expected: string[]) => {
  const { found, places, marked } = judgeMarked(rule, text);
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
};

const parameters = (use: string, declared = `"size": { "type": "int" }`) => `{
  "parameters": { ${declared} },
  "resources": [{ "name": ${use} }]
}`;

test.each<[string, string, string[]]>([
  ["used", parameters(`"[concat('a', Parameters ( 'SIZE' ))]"`), []],
  ["used with escaped quotes", parameters(String.raw`"[parameters(\u0027size\u0027)]"`), []],
  ["used in a property's name", parameters(`{ "[parameters('size')]": 1 }`), []],
  ["used by a workflow", parameters(`"@parameters('size')"`), []],
  ["hidden", parameters(`"x"`, `"__size": {}`), []],
  ["called like a pattern", parameters(`"[parameters('a+(b')]"`, `"a+(b": {}`), []],
  ["not used", parameters(`"size"`, `¤"size": {}`), ["Parameters.Must.Be.Referenced"]],
  [
    "used in a comment only",
    parameters(`"x" // "[parameters('size')]"`, `¤"size": {}`).replace(" }]", "\n }]"),
    ["Parameters.Must.Be.Referenced"],
  ],
  [
    "named outside an expression, once",
    parameters(`["[parameters('size')]", "a-¤parameters('size')"]`),
    ["Parameters.Must.Be.Referenced.In.Expression"],
  ],
  [
    "used by an inner template only, which means its own",
    `{
      "parameters": { ¤"size": { "type": "int" } },
      "resources": [{ "type": "Microsoft.Resources/deployments", "properties": {
        "expressionEvaluationOptions": { "scope": "inner" },
        "template": {
          "parameters": { "size": { "type": "int" } },
          "outputs": { "a": { "value": "[parameters('size')]" } }
        }
      } }]
    }`,
    ["Parameters.Must.Be.Referenced"],
  ],
])("a parameter that is %s", (_, text, expected) => {
  judge(parametersMustBeReferenced, text, expected);
});

const variables = (declared: string, use = `"x"`) => `{
  "variables": { ${declared} },
  "resources": [{ "name": ${use} }]
}`;
const disks = `"disks": { "copy": [{ "name": ¤"data", "count": 2, "input": 1 }] }`;

test.each<[string, string, string[]]>([
  ["used", variables(`"size": 1`, `"[variables('Size')]"`), []],
  [
    "used by another",
    variables(`"a": 1, ¤"b": "[variables('a')]"`),
    ["Variables.Must.Be.Referenced"],
  ],
  [
    "an object nobody uses",
    variables(`¤"size": { "default": 1 }`),
    ["Variables.Must.Be.Referenced"],
  ],
  [
    "named outside an expression",
    variables(`"size": 1`, `"¤variables('size')"`),
    ["Variables.Must.Be.Referenced.In.Expression"],
  ],
  [
    "copied and not used",
    variables(`"copy": [{ "name": ¤"a", "count": 1, "input": 1 }]`),
    ["Variables.Must.Be.Referenced"],
  ],
  ["copied and used", variables(`"copy": [{ "name": "a" }]`, `"[variables('a')]"`), []],
  [
    "a copy in an object nobody uses, like the object",
    variables(`¤${disks}`),
    ["Variables.Must.Be.Referenced", "Variables.Must.Be.Referenced"],
  ],
  [
    "an object of which only the copy's name is used",
    variables(`¤${disks.replace("¤", "")}`, `"[variables('data')]"`),
    ["Variables.Must.Be.Referenced"],
  ],
  [
    "a copy in an object that is used for something else",
    variables(disks, `"[variables('disks').system]"`),
    ["Variables.Must.Be.Referenced"],
  ],
  ["a copy reached by a dot", variables(disks.replace("¤", ""), `"[variables('disks').DATA]"`), []],
  [
    "a copy reached by a name",
    variables(disks.replace("¤", ""), `"[variables('disks')['data']]"`),
    [],
  ],
  [
    "a copy that is used with all of its object",
    variables(disks.replace("¤", ""), `"[union(variables('disks'), json('{}'))]"`),
    [],
  ],
  [
    "a copy that is selected by a parameter",
    variables(disks.replace("¤", ""), `"[variables('disks')[parameters('kind')]]"`),
    [],
  ],
])("a variable that is %s", (_, text, expected) => {
  judge(variablesMustBeReferenced, text, expected);
});

test.each<[string, string, number]>([
  ["selected from an object", `"[variables('image')[parameters('os')]]"`, 0],
  ["made of constants", `"[variables(concat('image', 'Linux'))]"`, 0],
  ["put together", `"[toLower(¤variables( concat ('image', parameters('os')) ))]"`, 1],
  ["half put together", `"[¤Variables(concat('image'), parameters('os'))]"`, 1],
])("the name of a variable is %s", (_, use, count) => {
  const expected = Array.from({ length: count }, () => "DynamicVariable.Reference.Using.Concat");
  judge(dynamicVariableReferencesShouldNotUseConcat, variables(`"a": 1`, use), expected);
});
