import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../shared/checks/model/certification-model.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";

const data = resolve(import.meta.dirname, "../../../../shared/data/armttk");
const mainNames = ["maintemplate.json", "azuredeploy.json", "prereq.azuredeploy.json"];

interface CatalogueCase {
  id: string;
  rule: string;
  kind: "file" | "folder";
  file: string;
  expect: string | { outcome: string; errorId?: string };
}

if (!existsSync(data)) {
  test("the catalogue's cases are not on this machine, so only our own cases were run", () => {
    console.warn(`no catalogue cases in ${data}: the rules were checked by our own cases only`);
  });
} else {
  const known = new Map(allRules.map((rule) => [rule.id, rule]));
  const cases = readFileSync(join(data, "cases.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as CatalogueCase)
    .filter((it) => known.has(it.rule));

  test.each(cases)("the catalogue's case $id comes out as it expects", (it) => {
    const rule = known.get(it.rule);
    const expected = typeof it.expect === "string" ? { outcome: it.expect } : it.expect;
    const errors = (rule?.run(modelOfCase(it)) ?? []).filter(
      ({ reference }) => reference === "error",
    );
    expect(errors.length === 0 ? "pass" : "fail").toBe(expected.outcome);
    if ("errorId" in expected) {
      expect(errors.map(({ errorId }) => errorId)).toContain(expected.errorId);
    }
    for (const { line, column, file, jsonPath } of errors) {
      expect({ line, column, file, jsonPath }).toEqual({
        line: expect.any(Number),
        column: expect.any(Number),
        file: expect.any(String),
        jsonPath: expect.any(String),
      });
    }
  });
}

function modelOfCase(it: CatalogueCase) {
  const path = join(data, it.file);
  const folder = it.kind === "folder" ? path : dirname(path);
  const beside = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const ui = beside.find((name) => name.toLowerCase() === "createuidefinition.json");
  const names = it.kind === "folder" ? beside : [basename(path), ...(ui === undefined ? [] : [ui])];
  const main = names.find((name) => mainNames.includes(name.toLowerCase()));
  const files = names.map((name) => ({ path: name, bytes: readFileSync(join(folder, name)) }));
  const facts = factsAsOf(new Date("2026-11-01"));
  return { ...buildModel(files, { mainTemplate: main, createUiDefinition: ui }), facts };
}
