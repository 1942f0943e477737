import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readJson } from "../../../../shared/arm/json/reading/read-json.ts";
import { parseExpression } from "../../../../shared/arm/language/parse-expression.ts";
import { sourceOffset } from "../../../../shared/arm/language/source-offset.ts";
import type { Expression } from "../../../../shared/arm/language/syntax.ts";
import { readTemplateString } from "../../../../shared/arm/language/template-string.ts";

function shown(expression: Expression): string {
  if (expression.kind === "literal") return JSON.stringify(expression.value);
  if (expression.kind === "access") {
    return `${shown(expression.target)}${expression.isSafe ? "?" : ""}{${shown(expression.key)}}`;
  }
  const { namespace, name, args } = expression;
  return `${namespace === undefined ? "" : `${namespace}:`}${name}(${args.map(shown).join(" ")})`;
}

it.each([
  ["[concat('a', 1, -2)]", 'concat("a" 1 -2)'],
  ["[ f ( ) ]", "f()"],
  ["[contoso.unique('it''s')]", 'contoso:unique("it\'s")'],
  ["[f().a[0].b]", 'f(){"a"}{0}{"b"}'],
  ["[f()[g('x')]]", 'f(){g("x")}'],
  ["[f().?a[?1]]", 'f()?{"a"}?{1}'],
  ["['text']", '"text"'],
  ["[f(\n  1,\n  2\n)]", "f(1 2)"],
])("%s is read as %s", (text, tree) => {
  const reading = parseExpression(text);
  expect(reading.ok ? shown(reading.expression) : reading.problem.message).toBe(tree);
});

it.each([
  ["[concat('a', 'b']", 16, 'has "]"'],
  ["[concat('a)]", 8, "a quote is not closed"],
  ["[true]", 1, "only functions stand without quotes"],
  ["[f(1,)]", 5, "a function, a string in single quotes or a number"],
  ["[f()] and more", 6, "the end of the expression"],
  ["[]", 1, "a function"],
  ["[f(1) g(2)]", 6, 'where "]" belongs'],
  ["[a.b.c()]", 1, "is not followed by"],
  [`[${"f(".repeat(200)}`, 201, "nested more than 100 deep"],
])("%s is refused at character %i", (text, offset, message) => {
  const reading = parseExpression(text);
  expect(reading).toMatchObject({ ok: false, problem: { offset } });
  expect(reading.ok ? "" : reading.problem.message).toContain(message);
});

it.each([
  ["plain", { kind: "text", value: "plain" }],
  ["[[concat('a')]", { kind: "text", value: "[concat('a')]" }],
  ["[ends elsewhere", { kind: "text", value: "[ends elsewhere" }],
  ["", { kind: "text", value: "" }],
])("%s is text", (value, read) => {
  expect(readTemplateString(value)).toEqual(read);
});

test("every call and access tells from where to where it goes", () => {
  const reading = parseExpression("[ab( cd().e , 'x' )]");
  if (!reading.ok || reading.expression.kind !== "call") throw new Error("not a call");
  const [access, text] = reading.expression.args;
  expect([reading.expression.start, reading.expression.end]).toEqual([1, 19]);
  expect([access?.start, access?.end, text?.start, text?.end]).toEqual([5, 11, 14, 17]);
});

test("a place in a string's value is found in the file behind its escapes", () => {
  const text = String.raw`{"a": "[f(\u0041\n\"x)]"}`;
  const reading = readJson(text, "file.json");
  if (!reading.ok) throw new Error("not JSON");
  const node = reading.document.root.children![0]!.children![1]!;
  const at = sourceOffset(reading.document, node, String(node.value).indexOf("x"));
  expect(text[at]).toBe("x");
});

test("no string makes the parser throw", () => {
  const pieces = fc.constantFrom("f", "(", ")", "[", "]", ".", ",", "'", "1", " ", "?", "-", "\n");
  fc.assert(
    fc.property(fc.array(pieces), fc.string(), (parts, other) => {
      for (const text of [parts.join(""), `[${parts.join("")}]`, `[${other}]`]) {
        const { problem } = { problem: undefined, ...readTemplateString(text) };
        if (problem) expect((problem as any).offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 500 },
  );
});
