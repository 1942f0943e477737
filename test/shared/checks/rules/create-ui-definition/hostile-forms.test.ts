import { expect, test } from "vitest";
import { allRules } from "../../../../../shared/checks/rules/all-rules.ts";
import { formOf, judgeMarkedFiles, templateOf } from "../../../support/marked-package.ts";

const types = ["Common.PasswordBox", "Common.DropDown", "Compute.SizeSelector"];
const elements = (name: string) =>
  [...types, "Network.VirtualNetworkCombo"]
    .map(
      (type) =>
        `{ "name": "${name}", "type": "Microsoft.${type}", "constraints": { "allowedValues": ["a"] } }`,
    )
    .join();
const nested = (depth: number): string =>
  depth === 0
    ? elements("a")
    : `{ "name": "${"$".repeat(depth)}", "type": "Microsoft.Common.Section", "elements": [${nested(depth - 1)}] }`;
const long = "a".repeat(100_000);

test.each([
  ["names of any length", formOf(elements(long), `{ "x": "[basics('${long}')]" }`)],
  ["sections of any depth", formOf(nested(150), `{ "x": "[basics('$').a]" }`)],
  ["calls of any depth", formOf(elements("a"), `{ "x": "[${"if(not(".repeat(20_000)}" }`)],
  ["many references", formOf(elements("a"), `{ "x": "[${"steps('a').".repeat(20_000)}" }`)],
  ["many blanks", formOf(elements("a"), `{ "x": "[basics(${" ".repeat(50_000)}'a'" }`)],
  ["long paths", formOf(elements("a"), `{ "x": "[steps('a')${".b".repeat(50_000)}" }`)],
])("a form with %s is judged soon", (_, definition) => {
  const started = performance.now();
  for (const rule of allRules) {
    judgeMarkedFiles(rule, {
      "createUiDefinition.json": definition,
      "mainTemplate.json": templateOf(`{ "x": { "type": "string" } }`),
    });
  }
  expect(performance.now() - started).toBeLessThan(20_000);
});
