import { expect, it } from "vitest";
import { mismatches } from "./match.ts";

it.each([
  ["a field too few", { a: 1 }, { a: 1, b: 2 }],
  ["another value", { a: 1 }, { a: "1" }],
  ["no object", [], { a: 1 }],
  ["a list too long", [1, 2], [1]],
  ["another order", [1, 2], [2, 1]],
  ["another type", 1.5, { $type: "integer" }],
  ["null for an object", null, { $type: "object" }],
  ["another text", "Running", { $regex: "^[a-z]" }],
  ["no text", 5, { $regex: "5" }],
  ["none of them", "x", { $oneOf: ["a", { $type: "integer" }] }],
  ["what must not be", "x", { $not: "x" }],
  ["what must be absent", { a: null }, { a: { $absent: true } }],
  ["a local time", "2026-01-01T10:00:00", { $time: true }],
  ["one that is not like the others", [{ a: 1 }, { a: 2 }], { $each: { a: 1 } }],
  ["none like it", [{ a: 1 }], { $some: { a: 2 } }],
  ["an empty list", [], { $first: { a: 1 } }],
  ["too much", 101, { $range: [0, 100] }],
  ["one of two rules broken", 101, { $type: "integer", $range: [0, 100] }],
])("finds %s", (_, actual, wanted) => {
  expect(mismatches(actual, wanted)).not.toEqual([]);
});

it.each([
  [{ a: 1, b: 2 }, { a: 1 }],
  [[{ a: 1, b: 2 }], [{ a: 1 }]],
  [[], []],
  [[], { $each: { a: 1 } }],
  ["2026-01-01T10:00:00.1234567Z", { $time: true }],
  [undefined, { $absent: true }],
  [undefined, { $not: "x" }],
  [5, { $type: "number" }],
  [{}, {}],
])("%j is as %j wants it", (actual, wanted) => {
  expect(mismatches(actual, wanted)).toEqual([]);
});

it("names the place of what it finds", () => {
  expect(mismatches({ a: [{ b: 1 }] }, { a: { $each: { b: 2 } } })).toEqual([
    "$.a[0].b is 1, not 2",
  ]);
});
