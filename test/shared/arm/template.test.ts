import { expect, test } from "vitest";
import { readJson } from "../../../shared/arm/json/reading/read-json.ts";
import { constantText } from "../../../shared/arm/template/constant-text.ts";
import {
  containsExpression,
  functionCalls,
  isExpression,
  isListCall,
  referencesTo,
} from "../../../shared/arm/template/expression.ts";
import { Template } from "../../../shared/arm/template/template.ts";

function templateOf(content: unknown): Template {
  const reading = readJson(JSON.stringify(content, undefined, 2), "mainTemplate.json");
  if (!reading.ok) throw new Error("not JSON");
  return new Template(reading.document, reading.document.root, "main");
}

const nested = (scope: string | undefined, template: object) => ({
  type: "Microsoft.Resources/deployments",
  name: scope ?? "unscoped",
  properties: {
    ...(scope === undefined ? {} : { expressionEvaluationOptions: { scope } }),
    template,
  },
});
const storage = (name: string) => ({ type: "Microsoft.Storage/storageAccounts", name });

test("inner-scoped templates stand on their own, outer-scoped ones belong to their parent", () => {
  const template = templateOf({
    resources: [
      storage("top"),
      nested("inner", { resources: [storage("inside"), nested("Inner", { resources: [] })] }),
      nested("outer", { resources: [storage("through")] }),
      nested(undefined, { resources: [storage("too")] }),
    ],
  });
  const names = template.resources.map(({ name }) => name);
  expect(names).toEqual(["top", "inner", "outer", "through", "unscoped", "too"]);
  expect(template.resources.filter(({ isTopLevel }) => isTopLevel).length).toBe(4);
  const all = [...template.withInner()];
  expect(all.map(({ role }) => role)).toEqual(["main", "inner", "inner"]);
  expect(all[1]?.resources.map(({ name }) => name)).toEqual(["inside", "Inner"]);
});

test("templates that a policy rule deploys stand on their own too", () => {
  const template = templateOf({
    resources: [
      { properties: { policyRule: { then: { deployment: { properties: { template: {} } } } } } },
    ],
  });
  expect(template.inner.length).toBe(1);
});

test("the text of a template keeps its offsets and blanks what is cut out", () => {
  const template = templateOf({
    resources: [nested("inner", { variables: { secret: "hidden" } }), storage("shown")],
  });
  expect(template.text.length).toBe(template.node.length);
  expect(template.text).not.toContain("hidden");
  expect(template.text.indexOf("shown")).toBe(template.document.text.indexOf("shown"));
  const [inner] = template.inner;
  expect(inner?.text).toContain("hidden");
  expect([...template.find("secret")]).toEqual([]);
});

test("resources keyed by symbolic names are resources", () => {
  const template = templateOf({
    resources: { one: storage("a"), two: { ...storage("b"), resources: [storage("c")] } },
  });
  expect(template.resources.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

test.each([
  ["[parameters('a')]", true],
  ["[[not('one')]", false],
  ["plain", false],
  ["[variables('a')].name", false],
])("whether %s is evaluated as a whole: %s", (text, expected) => {
  expect(isExpression(text)).toBe(expected);
});

test.each([
  ["[variables('a')].name", true],
  ["see [parameters('a')[0].b]", true],
  ["[eastus]", false],
  ["concat('a')", false],
  ["[concat('a'", false],
])("whether %s holds a bracketed call: %s", (text, expected) => {
  expect(containsExpression(text)).toBe(expected);
});

test("calls are found outermost first and never inside quotes", () => {
  const calls = functionCalls(
    "[concat('listKeys(', trim( listKeys ('a', 'it''s').keys[0]), ns.listAll())]",
  );
  expect(calls.map(({ name }) => name)).toEqual(["concat", "trim", "listKeys", "listAll"]);
  expect(calls.filter(isListCall).map(({ name }) => name)).toEqual(["listKeys"]);
  const list = calls[2]!;
  expect(list.tokens.slice(list.from, list.to).map(({ value }) => value)).toEqual([
    "a",
    ",",
    "it's",
  ]);
});

test("references are found whatever the blanks and letter case", () => {
  expect(referencesTo("parameters", "[Parameters ( 'a' )['parameters(b)']]")).toEqual(["a"]);
});

test("an expression of a hundred thousand brackets is read in no time", () => {
  expect(functionCalls(`[${"a(".repeat(100_000)}`).length).toBe(100_000);
});

test.each([
  ["pid-1", "pid-1"],
  ["[concat('pid-', variables('guid'))]", "pid-abc"],
  ["[variables('whole')]", "pid-ABC"],
  ["[format('pid-{0}', 'x')]", "pid-x"],
  ["[[literal]", "[literal]"],
  ["[parameters('x')]", undefined],
  ["[variables('missing')]", undefined],
  ["[variables('round')]", undefined],
  ["[concat('a', variables('guid')[0])]", undefined],
])("%s is %s in every deployment", (text, expected) => {
  const template = templateOf({
    variables: {
      guid: "abc",
      whole: "[concat('pid-', toUpper(variables('guid')))]",
      round: "[variables('round')]",
    },
  });
  expect(constantText(template, text)).toBe(expected);
});
