import { expect, test } from "vitest";
import { factsAsOf } from "../../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../../shared/checks/model/certification-model.ts";
import { runRules } from "../../../../shared/checks/run-rules.ts";

const facts = factsAsOf(new Date("2026-11-01"));
const schema =
  "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#";
const good = {
  $schema: schema,
  handler: "Microsoft.Azure.CreateUIDef",
  version: "0.1.2-preview",
  parameters: { basics: [], steps: [], outputs: { location: "[location()]" } },
};

function errorsIn(files: Record<string, unknown>) {
  const texts = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
  }));
  const parts = { mainTemplate: undefined, createUiDefinition: "createUiDefinition.json" };
  return runRules({ ...buildModel(texts, parts), facts })
    .filter(({ reference }) => reference === "error")
    .map(({ ruleId, errorId, file, line, jsonPath }) => ({
      ruleId,
      errorId,
      file,
      line,
      jsonPath,
    }));
}

test("every form is judged, wherever it lies and whatever it is called", () => {
  const bad = { ...good, handler: "Contoso.Own" };
  const errors = errorsIn({
    "createUiDefinition.json": good,
    "sub/createUiDefinition.json": bad,
    "other.json": bad,
  });

  expect(errors.map(({ ruleId, file }) => [ruleId, file])).toEqual([
    ["Handler-Must-Be-Correct", "sub/createUiDefinition.json"],
    ["Handler-Must-Be-Correct", "other.json"],
  ]);
});

test.each(['{"a": 1 "b": 2}', "{", "", "text"])("the file with %j in it is an error", (content) => {
  expect(errorsIn({ "createUiDefinition.json": good, "nested/data.json": content })).toEqual([
    {
      ruleId: "JSONFiles-Should-Be-Valid",
      errorId: "Invalid.JSON",
      file: "nested/data.json",
      line: 1,
      jsonPath: "$",
    },
  ]);
});

test.each(["vm-size", "größe", "vm_size"])("an output may refer to an element %s", (name) => {
  const form = (referred: string) => ({
    ...good,
    parameters: {
      basics: [],
      steps: [{ name: "s1", elements: [{ name, type: "Contoso.Control" }] }],
      outputs: { location: "[location()]", x: `[steps('s1').${referred}]` },
    },
  });
  const found = (referred: string) =>
    errorsIn({ "createUiDefinition.json": form(referred) }).filter(
      ({ ruleId }) => ruleId === "Controls-In-Outputs-Must-Exist",
    );

  expect(found(name)).toEqual([]);
  expect(found(`${name}s`)).toMatchObject([{ errorId: "ElementName.Not.Found" }]);
});
