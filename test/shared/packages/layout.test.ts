import { expect, test } from "vitest";
import { checkLayout } from "../../../shared/packages/layout/check-layout.ts";
import { layoutOf } from "../../../shared/packages/layout/package-layout.ts";
import { packageOf } from "../support/package-of.ts";

const said = (...paths: string[]) =>
  checkLayout(packageOf(Object.fromEntries(paths.map((path) => [path, {}])))).map(
    ({ severity, message, fix }) => `${severity}: ${message} ${fix}`,
  );

test("the two files in the root are enough, whatever their letter case", () => {
  expect(said("MainTemplate.json", "createUIDefinition.json", "scripts/a.sh")).toEqual([]);
});

test("the legacy layout is accepted with its wrapper", () => {
  const legacy = ["applianceMainTemplate.json", "applianceCreateUIDefinition.json"];
  expect(said(...legacy, "mainTemplate.json")).toEqual([]);
  expect(said(...legacy)).toEqual([expect.stringContaining("no mainTemplate.json")]);
});

test("missing files are named, with where they were found instead", () => {
  const [first, second] = said("templates/mainTemplate.json", "a.json");
  expect(first).toContain("Move templates/mainTemplate.json to the root");
  expect(second).toContain("no createUiDefinition.json");
});

test("a folder around everything is named, and leftovers of a desktop are warnings", () => {
  const found = said(
    "app/mainTemplate.json",
    "app/createUiDefinition.json",
    "app/.DS_Store",
    "__MACOSX/app/._x",
  );
  expect(found[0]).toContain('inside the folder "app"');
  expect(found.slice(1).every((line) => line.startsWith("warning"))).toBe(true);
  expect(found).toHaveLength(3);
});

test("a Test Drive package in place of a plan's is recognised", () => {
  expect(said("main-template.json").join()).toContain("looks like a Test Drive package");
});

test("in the legacy layout customers deploy the appliance's template", () => {
  const layout = layoutOf(packageOf({ "applianceMainTemplate.json": {}, "mainTemplate.json": {} }));
  expect(layout.mainTemplate?.path).toBe("applianceMainTemplate.json");
  expect(layout.wrapper?.path).toBe("mainTemplate.json");
});
