import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { checkTestDrive } from "../../../shared/checks/test-drive.ts";
import { packageOf } from "../support/package-of.ts";

const outputs = { url: { type: "string", value: "x" } };
const withParameter = (declaration: object) =>
  checkTestDrive(
    packageOf({ "main-template.json": { parameters: { p: declaration }, outputs } }),
  ).map(({ severity, errorId }) => errorId ?? severity);

test.each<[string, object, string[]]>([
  ["the base URI", { type: "string", metadata: { type: "baseuri" } }, []],
  ["the user name", { type: "string", metadata: { type: "UserName" } }, []],
  ["the session", { type: "string", metadata: { type: "sessionid" } }, []],
  ["a secure password", { type: "securestring", metadata: { type: "password" } }, []],
  [
    "a password in the clear",
    { type: "string", metadata: { type: "password" } },
    ["TestDrive.Password.Not.Secure"],
  ],
  [
    "an unknown type",
    { type: "string", metadata: { type: "email" }, defaultValue: "x" },
    ["TestDrive.Parameter.Unknown.Type"],
  ],
  ["only a default", { type: "string", defaultValue: "x" }, ["warning"]],
  ["nothing to fill it with", { type: "string" }, ["TestDrive.Parameter.Not.Filled"]],
])("a parameter with %s", (_, declaration, expected) => {
  expect(withParameter(declaration)).toEqual(expected);
});

test("the template has its own name, in the root", () => {
  const [finding] = checkTestDrive(packageOf({ "mainTemplate.json": { outputs } }));
  expect(finding).toMatchObject({ severity: "error", ruleId: "package-layout-is-correct" });
  expect(finding?.fix).toContain("Rename or move mainTemplate.json to main-template.json");
});

test("a folder around the package is named", () => {
  const [finding] = checkTestDrive(packageOf({ "td/main-template.json": { outputs } }));
  expect(finding?.message).toContain('"td"');
});

test("broken JSON is an error, missing outputs are a warning", () => {
  expect(checkTestDrive(packageOf({ "main-template.json": "{" }))).toMatchObject([
    { errorId: "Invalid.JSON" },
  ]);
  expect(checkTestDrive(packageOf({ "main-template.json": {} }))).toMatchObject([
    { severity: "warning", ruleId: "test-drive-has-outputs" },
  ]);
});

test("certification's rules on secrets do not hold for a Test Drive", () => {
  const parameters = { p: { type: "securestring", defaultValue: "Shown-To-All-1", metadata: {} } };
  const shown = { vmPassword: { type: "string", value: "[parameters('p')]" } };
  const found = checkTestDrive(packageOf({ "main-template.json": { parameters, outputs: shown } }));
  expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
});

const real = resolve(import.meta.dirname, "../../../../shared/data/testdrive/couchbase");
test.runIf(existsSync(real))("a real Test Drive of 2017 passes with warnings", () => {
  const template = readFileSync(resolve(real, "main-template.json"), "utf8");
  const found = checkTestDrive(packageOf({ "main-template.json": template }));
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
  expect(found).toHaveLength(11);
});
