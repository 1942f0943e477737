import { expect, it } from "vitest";
import { readJson } from "../../../shared/arm/json/reading/read-json.ts";
import { constantText } from "../../../shared/arm/template/constant-text.ts";
import { Template } from "../../../shared/arm/template/template.ts";

function textOf(value: string, variables: Record<string, unknown> = {}) {
  const reading = readJson(JSON.stringify({ variables }), "mainTemplate.json");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { document } = reading;
  return constantText(new Template(document, document.root, "main"), value);
}

const chain = (next: (name: string) => string, first: string) =>
  Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [
      `v${String(at)}`,
      at === 0 ? first : next(`variables('v${String(at - 1)}')`),
    ]),
  );

it.each([
  ["plain", "plain"],
  ["[[escaped]", "[escaped]"],
  ["[concat('a', toUpper(variables('v')))]", "aB"],
  ["[format('{1}{0}{2}', 'a', 'b')]", "ba{2}"],
  ["[parameters('p')]", undefined],
  ["[concat('a', parameters('p'))]", undefined],
])("%s is always %s", (value, expected) => {
  expect(textOf(value, { v: "b" })).toBe(expected);
});

it.each<[string, string, Record<string, unknown>]>([
  ["calls nested without end", `[${"concat(".repeat(50_000)}'a'${")".repeat(50_000)}]`, {}],
  ["a variable that leads to itself", "[variables('v')]", { v: "[variables('v')]" }],
  ["texts that double", "[variables('v49')]", chain((v) => `[concat(${v}, ${v})]`, "xxxx")],
  ["nothing that doubles", "[variables('v49')]", chain((v) => `[concat(${v}, ${v})]`, "")],
  [
    "formats that repeat",
    "[variables('v49')]",
    chain((v) => `[format('${"{0}".repeat(500)}', ${v})]`, "xxxx"),
  ],
])("%s are given up", (_, value, variables) => {
  const start = performance.now();
  expect(textOf(value, variables)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(1000);
});
