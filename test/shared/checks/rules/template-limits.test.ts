import { expect, it } from "vitest";
import { certify, goodTemplate } from "../../support/small-package.ts";

const found = (template: object) =>
  certify({ template })
    .filter(({ ruleId }) => ruleId === "template-is-within-limits")
    .map(({ message, jsonPath }) => [jsonPath, message]);
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${String(at)}`, value]));

it.each<[string, object, string]>([
  ["outputs", { outputs: many(65, { type: "int", value: 1 }) }, "65; at most 64"],
  ["variables", { variables: many(513, "x") }, "513; at most 512"],
  ["resources", { resources: Array(801).fill(goodTemplate.resources[0]) }, "801; at most 800"],
  [
    "variables.long",
    { variables: { long: `[concat('${"x".repeat(24_576)}')]` } },
    "24588; at most 24576",
  ],
])("too much in %s is found there", (jsonPath, template, said) => {
  expect(found(template)).toEqual([[jsonPath, expect.stringContaining(said)]]);
});

it("as much as Azure takes is fine", () => {
  expect(
    found({ outputs: many(64, { type: "int", value: 1 }), variables: many(512, "x") }),
  ).toEqual([]);
});

const account = (more: object) => ({ ...goodTemplate.resources[0], ...more });
const copies = (count: unknown) =>
  account({ name: "[concat('a', copyIndex())]", copy: { name: "c", count } });
const deployment = (template: object) => ({
  ...{ type: "Microsoft.Resources/deployments", apiVersion: "2024-03-01", name: "d" },
  properties: { mode: "Incremental", expressionEvaluationOptions: { scope: "inner" }, template },
});
const long = "x".repeat(20_000);

it.each<[string, object, string]>([
  ["resources[1].copy.count", { resources: [account({}), copies(800)] }, "more than 800 resources"],
  [
    "resources[0].copy.count",
    { variables: { n: 801 }, resources: [copies("[variables('n')]")] },
    "from 0 to 800, but is 801",
  ],
  [
    "resources[0].properties.template.resources[1].copy.count",
    { resources: [deployment({ resources: [account({}), copies(800)] })] },
    "more than 800 resources",
  ],
  [
    "$",
    {
      variables: { long },
      resources: [{ ...copies(250), tags: { long: "[variables('long')]" } }],
    },
    "4194304 characters",
  ],
])("too much of copies is found at %s", (jsonPath, template, said) => {
  expect(found(template)).toEqual([[jsonPath, expect.stringContaining(said)]]);
});

it("a nested deployment has limits of its own", () => {
  expect(found({ resources: [copies(799), deployment({ resources: [copies(800)] })] })).toEqual([]);
});

it("resources that may not be deployed do not count", () => {
  const parameters = { ...goodTemplate.parameters, is: { type: "bool" } };
  const resources = [{ ...copies(800), condition: "[parameters('is')]" }, account({ name: "z" })];
  expect(found({ parameters, resources })).toEqual([]);
});

it("variables that are copies count each", () => {
  const copy = [1, 2].map((at) => ({ name: `c${String(at)}`, count: 1, input: "x" }));
  expect(found({ variables: { ...many(511, "x"), copy } })).toEqual([
    ["variables", "The number of variables is 513; at most 512 are taken."],
  ]);
});
