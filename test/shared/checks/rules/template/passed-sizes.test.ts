import { expect, test } from "vitest";
import { vmSizeShouldBeAParameter } from "../../../../../shared/checks/rules/template/virtual-machines/vm-size-should-be-a-parameter.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const inside = (size: string, foo: string, more = "") => `{
  "variables": {
    "fixed": { "size": "Standard_B1s" },
    "asked": { "size": "[parameters('vmSize')]" }
  },
  "resources": [{ "type": "Microsoft.Resources/deployments", "properties": {
    "expressionEvaluationOptions": { "scope": "inner" },
    "parameters": { "foo": { "value": ${foo} }, "other": { "value": "x" } },
    "template": {
      "variables": {
        "q": "[parameters('Foo')]", "vm": { "size": "[variables('q')]" },
        "one": "[variables('two')]", "two": "[variables('one')]"
      },
      "resources": [{ "vmSize": ${size} }, { "vmSize": ${size} }${more}]
    }
  } }]
}`;
const foo = `"[parameters('foo')]"`;
const middle = (name: string, handed: string, size: string) => `, {
  "type": "Microsoft.Resources/deployments", "properties": {
    "expressionEvaluationOptions": { "scope": "inner" },
    "parameters": { "${name}": { "value": ${handed} } },
    "template": { "resources": [{ "vmSize": ${size} }] }
  }
}`;
const chosen = `"[parameters('vmSize')]"`;

test.each([
  ["by way of a variable", inside(`"[variables('q')]"`, `¤"Standard_B1s"`), 1],
  ["by way of a variable's part", inside(`"[variables('vm').size]"`, `¤"Standard_B1s"`), 1],
  ["and chosen, by way of a variable", inside(`"[variables('q')]"`, chosen), 0],
  ["on condition", inside(foo, `¤"[if(true(), 'Standard_B1s', 'x')]"`), 1],
  ["and chosen, on condition", inside(foo, `"[if(true(), parameters('vmSize'), 'x')]"`), 0],
  ["as a part", inside(`"[parameters('foo').size]"`, `{ "a": "b", "size": ¤"Standard_B1s" }`), 1],
  ["as a part by name", inside(`"[parameters('foo')['size']]"`, `{ "size": ¤"x" }`), 1],
  ["as a part of a variable", inside(`"[variables('q').size]"`, `{ "size": ¤"x" }`), 1],
  ["and chosen, as a part", inside(`"[parameters('foo').size]"`, `{ "size": ${chosen} }`), 0],
  ["in a part called vmSize", inside(`"[parameters('foo').vmSize]"`, `{ "vmSize": ¤"x" }`), 1],
  ["as a variable", inside(`"[parameters('foo').size]"`, `¤"[variables('fixed')]"`), 1],
  ["and chosen, as a variable", inside(`"[parameters('foo').size]"`, `"[variables('asked')]"`), 0],
  ["round in circles", inside(`¤"[variables('one')]"`, `"x"`), 2],
  ["not at all", inside(`"[parameters('bar')]"`, `"x"`), 0],
  [
    "and not by that alone",
    inside(`"[if(equals(parameters('foo'), 'x'), parameters('a'), 'y')]"`, `"x"`),
    0,
  ],
  [
    "two levels down",
    inside(foo, `¤"Standard_B1s"`, middle("vmSize", foo, `"[parameters('vmSize')]"`)),
    1,
  ],
  [
    "two levels down only",
    inside(`"[parameters('own')]"`, `¤"Standard_B1s"`, middle("vmSize", foo, chosen)),
    1,
  ],
  [
    "two levels down by other names",
    inside(`"[parameters('own')]"`, `¤"Standard_B1s"`, middle("a", foo, `"[parameters('a')]"`)),
    1,
  ],
  [
    "and chosen, two levels down",
    inside(`"[parameters('own')]"`, chosen, middle("a", foo, `"[parameters('a')]"`)),
    0,
  ],
  [
    "on the second level",
    inside(`"[parameters('own')]"`, chosen, middle("a", `¤"x"`, `"[parameters('a')]"`)),
    1,
  ],
])("a size is passed to an inner template %s", (_, text, count) => {
  const { found, places, marked } = judgeMarked(vmSizeShouldBeAParameter, text);
  expect(found).toEqual(Array.from({ length: count }, () => "VM.Size.Must.Be.Parameter"));
  expect(places).toEqual(marked);
});
