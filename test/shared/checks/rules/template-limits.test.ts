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
