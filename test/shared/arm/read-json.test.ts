import fc from "fast-check";
import { getNodeValue } from "jsonc-parser";
import { expect, test } from "vitest";
import { decodeText } from "../../../shared/arm/json/reading/decode-text.ts";
import { jsonPathOf } from "../../../shared/arm/json/json-path.ts";
import { LineTable } from "../../../shared/arm/json/line-table.ts";
import {
  findProperty,
  isMissing,
  propertiesOf,
  stringOf,
  valueAt,
} from "../../../shared/arm/json/node.ts";
import { Ranges } from "../../../shared/arm/json/ranges.ts";
import { readJson } from "../../../shared/arm/json/reading/read-json.ts";
import { findProperties } from "../../../shared/arm/json/walk.ts";

function read(text: string) {
  const reading = readJson(text, "a.json");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.document;
}

test("strict JSON is read without remarks", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value, undefined, 1);
      const document = read(text);
      const names = document.liberties.filter(({ message }) => !message.includes("twice"));
      expect(names).toEqual([]);
      if (!text.includes("__proto__")) {
        expect(getNodeValue(document.root)).toEqual(JSON.parse(text));
      }
    }),
  );
});

test.each([
  ["a comma is forgotten", '{\n "a": 1\n\n "b": 2 }', 4, 2],
  ["a text is not ended", '{\n "a": "one,\n "b": "two",\n "c": 3 }', 2, 7],
  ["a name is not ended", '{\n "a: "one",\n "b": "two" }', 2, 7],
  ["a word is none", '{\n "a": tru,\n "b": 1 }', 2, 7],
])("where %s, the place is named", (_, text, line, column) => {
  const reading = readJson(text, "a.json");
  const [first] = reading.ok ? [] : reading.problems;
  expect(new LineTable(text).positionAt(first?.offset ?? 0)).toEqual({ line, column });
});

test("a key called __proto__ is a property like any other", () => {
  const { root } = read('{"__proto__": {"polluted": true}}');
  expect(propertiesOf(root).map(({ name }) => name)).toEqual(["__proto__"]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("comments, trailing commas, bare names and strings over several lines are read and remarked", () => {
  const document = read('{ // note\n  a: [1, 2,],\n  "b": "one\n  two",\n  c-d : true }');
  expect(stringOf(valueAt(document.root, "b"))).toBe("one   two");
  expect(valueAt(document.root, "a")?.children?.length).toBe(2);
  expect(valueAt(document.root, "c-d")?.value).toBe(true);
  const lines = document.liberties.map(({ offset }) => document.positionAt(offset).line);
  expect(lines).toEqual([...lines].sort((one, other) => one - other));
  expect(new Set(lines)).toEqual(new Set([1, 2, 3, 5]));
});

test.each(["{resources /* here */ : []}", "{resources // here: now\n : []}", "{größe: []}"])(
  "the bare name in %s is read",
  (text) => {
    expect(propertiesOf(read(text).root)).toHaveLength(1);
  },
);

test("bare names beside comments are read in no time", () => {
  const begun = performance.now();
  for (const text of ["a/*x*/", "a /*", "a//\n", "a/**/ /**/"])
    readJson(`{${text.repeat(50_000)}}`, "a.json");
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test("positions are those of the file although quotes were put around bare names", () => {
  const text = "{\n  first: 1,\n  second: { third: 'x'.length }\n}".replace("'x'.length", '"x"');
  const document = read(text);
  const third = valueAt(document.root, "second", "third");
  expect(text.slice(third?.offset, (third?.offset ?? 0) + (third?.length ?? 0))).toBe('"x"');
  expect(document.positionAt(third?.offset ?? 0)).toEqual({ line: 3, column: 20 });
  const key = findProperty(document.root, "second")?.key;
  expect(text.slice(key?.offset, (key?.offset ?? 0) + (key?.length ?? 0))).toBe("second");
});

test.each([
  ["", "empty"],
  ["{", "close brace expected"],
  ['{"a": }', "value expected"],
  ["{} {}", "end of file expected"],
  ["{'a': 1}", "invalid symbol"],
])("%j is refused with its place", (text, message) => {
  const reading = readJson(text, "a.json");
  expect(reading.ok).toBe(false);
  if (!reading.ok) expect(reading.problems[0]?.message).toContain(message);
});

test("nesting is limited before the parser can run out of stack", () => {
  const reading = readJson("[".repeat(100_000), "a.json");
  expect(reading).toMatchObject({ ok: false, problems: [{ kind: "too-deep" }] });
  expect(readJson("[".repeat(200) + "]".repeat(200), "a.json").ok).toBe(true);
  expect(readJson('{"a": "[[[[[["}', "a.json", { maxDepth: 1, maxLength: 99 }).ok).toBe(true);
});

test("a text longer than the limit is not read", () => {
  const reading = readJson("[1,2,3]", "a.json", { maxDepth: 9, maxLength: 6 });
  expect(reading).toMatchObject({ ok: false, problems: [{ kind: "too-large" }] });
});

test("a byte order mark is no part of the text, in UTF-8 and UTF-16", () => {
  expect(read("\uFEFF{}").text).toBe("{}");
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b]))).toEqual({
    text: "{",
    isExact: true,
  });
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toEqual({ text: "{", isExact: true });
  expect(decodeText(new Uint8Array([0xc3, 0x28])).isExact).toBe(false);
});

test("names are looked up whatever their letter case, the last one counting", () => {
  const document = read('{"Name": 1, "name": 2}');
  expect(valueAt(document.root, "NAME")?.value).toBe(2);
  expect(document.liberties.map(({ message }) => message)).toEqual([
    "the property name name is written twice in one object",
  ]);
});

test("a path names arrays by index and odd names in quotes", () => {
  const { root } = read('{"resources": [{"tags": {"cost centre": "x"}}]}');
  const [found] = findProperties(root, ["COST CENTRE"]);
  expect(jsonPathOf(found!.value)).toBe("resources[0].tags['cost centre']");
  expect(jsonPathOf(found!.key)).toBe("resources[0].tags['cost centre']");
  expect(jsonPathOf(root)).toBe("$");
});

test("null, false, zero and empty strings and arrays count as missing, empty objects do not", () => {
  const { root } = read('{"a": null, "b": false, "c": 0, "d": "", "e": [], "f": {}, "g": "x"}');
  const missing = propertiesOf(root).filter(({ value }) => isMissing(value));
  expect(missing.map(({ name }) => name).join("")).toBe("abcde");
});

test("overlapping stretches of text are told from the gaps between them", () => {
  const ranges = new Ranges([
    { offset: 10, length: 5 },
    { offset: 2, length: 3 },
    { offset: 12, length: 8 },
  ]);
  const inside = Array.from({ length: 22 }, (_, at) => at).filter((at) => ranges.has(at));
  expect(inside).toEqual([2, 3, 4, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
});

test("whatever the text, it is read or refused with a place inside of it", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"',
    "a",
    ":",
    ",",
    "//",
    "/*",
    "*/",
    "\n",
    "\\",
    "1",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const reading = readJson(text, "a.json");
      const problems = reading.ok ? reading.document.liberties : reading.problems;
      if (!reading.ok) expect(problems.length).toBeGreaterThan(0);
      for (const { offset } of problems) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
