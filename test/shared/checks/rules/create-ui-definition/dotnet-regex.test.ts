import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfRegex } from "../../../../../shared/checks/rules/create-ui-definition/controls/dotnet-regex.ts";

test.each([
  "^(?i)[a-z]+$",
  "(?i-m:a)b(?>c)+(?#note)",
  "(?<year>\\d{4})-(?'month'\\d{2})\\k<year>",
  "(?<open-close>x)(?(open)a|b)",
  "\\A[\\w-[\\d_]]+\\z",
  "[]a]+[^]b]",
  "[a-z-]{1,9}[-[a]",
  "(?<=a)*(?<!b)",
  "\\p{Lu}[\\p{L}\\-_~/'\\[\\]{}]",
  "(?x) a # (",
  "^((?!admin).)*$",
  "a{,3}{",
  "\\x41\\u0041\\cA\\.",
  "(a)\\1(?<b>c)\\k<b>\\2\\12",
  "\\p{IsGreek}\\P{Nd}[\\d-z]",
])("%s is a regular expression", (pattern) => {
  expect(faultOfRegex(pattern)).toBeUndefined();
});

test.each([
  "^hel($",
  "a)",
  "[a-z",
  "*a",
  "a**",
  "a{3,1}",
  "[z-a]",
  "\\",
  "a\\",
  "(?<a",
  "\\y",
  "(?P<a>b)",
  "\\p{Foo}",
  "(a)\\2",
  "\\k<zz>",
  "[a-\\d]",
])("%s is none", (pattern) => {
  expect(faultOfRegex(pattern)).toEqual(expect.any(String));
});

test("no text makes it throw", () => {
  const text = fc.string({ unit: fc.constantFrom(..."()[]{}\\^-?<>':=!*+,|aipku1 ") });
  fc.assert(fc.property(text, (pattern) => faultOfRegex(pattern) !== ""));
});

test("patterns that take for ever on a text are only compiled", () => {
  expect(faultOfRegex(`^${"(a+)+".repeat(500)}$`)).toBeUndefined();
  expect(faultOfRegex("(".repeat(3000))).toEqual(expect.any(String));
});
