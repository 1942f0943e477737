import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstLoss } from "../../../shared/json/json-loss.ts";

const depth = 100;
const kindOf = (text: string) => firstLoss(text, depth)?.kind;

it.each([
  ['{"a":1,"a":2}', "repeated-key", []],
  ['{"a":1,"\\u0061":2}', "repeated-key", []],
  ['{"":1,"":2}', "repeated-key", []],
  ['{"a":[{},{"b":{"c":1,"d":2,"c":3}}]}', "repeated-key", ["a", 1, "b"]],
  ['{"x":{"__proto__":1}}', "prototype-key", ["x"]],
  ['{"x":{"y":0,"\\u005f_proto__":1}}', "prototype-key", ["x"]],
  ['{"a":[0,"\\ud800"]}', "broken-character", ["a", 1]],
  ['{"a":"\\udc00\\ud800"}', "broken-character", ["a"]],
  ['{"a":{"\\ud83d":1}}', "broken-character", ["a"]],
  ['{"a":1e400}', "inexact-number", ["a"]],
  ['{"a":[[-12345678901234567890]]}', "inexact-number", ["a", 0, 0]],
])("%s has a %s at %j", (text, kind, path) => {
  expect(firstLoss(text, depth)).toMatchObject({ kind, path });
});

it.each([
  '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}',
  '{"a":"a","b":"a"}',
  '{"a":"\\ud83d\\ude00 \\\\","b\\"":"}{,"}',
  '{"":{"":[]},"constructor":{"prototype":{}}}',
  '{"a":"\\\\","b":["\\\\\\"",{}]}',
  " [ ] ",
  '"__proto__"',
])("%s loses nothing", (text) => {
  expect(firstLoss(text, depth)).toBeUndefined();
});

it("is found at the nesting that is too much, and not before", () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

  expect(kindOf(nested(depth))).toBeUndefined();
  expect(kindOf(nested(depth + 1))).toBe("too-deep");
  expect(kindOf(nested(300_000))).toBe("too-deep");
});

it("shows keys and numbers shortened and in printable characters", () => {
  const key = `\u202e\u0000${"x".repeat(100)}`;
  const name = JSON.stringify(key);

  expect(firstLoss(`{${name}:1,${name}:2}`, depth)?.shown).toMatch(/^\?\?x{58}$/);
});

describe("numbers", () => {
  it.each(["0", "-0", "1.0", "100000000000000000000", "9007199254740992", "1E+2", "0.1", "5e-324"])(
    "%s is kept",
    (number) => {
      expect(kindOf(`[${number}]`)).toBeUndefined();
    },
  );

  it.each([
    "9007199254740993",
    "12345678901234567890",
    "1e400",
    "-1e400",
    "1e-400",
    "0.10000000000000000001",
    `1${"0".repeat(400)}`,
    `1${"0".repeat(200_000)}1`,
    "1e99999999999999999999",
  ])("%# is not, and no other is taken for it", (number) => {
    expect(kindOf(`[${number}]`)).toBe("inexact-number");
  });
});

it("finds nothing in what JSON.stringify writes, whatever it writes", () => {
  const value = fc.jsonValue({ maxDepth: 6 }).filter((it) => !/__proto__/.test(JSON.stringify(it)));
  fc.assert(
    fc.property(value, (it) => {
      const text = JSON.stringify(it);
      expect(firstLoss(text, depth)).toEqual(undefined);
      expect(firstLoss(JSON.stringify(it, undefined, 1), depth)).toEqual(undefined);
    }),
  );
});

it.each([
  ["long numbers", "0.30000000000000004,", undefined],
  ["long texts", `"${"x".repeat(50_000)}",`, undefined],
  ["escaped characters", `"${"\\u00e9".repeat(8000)}",`, undefined],
  ["backslashes", `"${"\\\\".repeat(25_000)}",`, undefined],
  ["escaped quotes", `"${'\\"'.repeat(25_000)}",`, undefined],
  ["empty texts", '"",', undefined],
  ["empty objects", "{},", undefined],
])("gets to the end of a mebibyte of %s", (_, entry, kind) => {
  const text = `[${entry.repeat(Math.floor((1024 * 1024) / entry.length))}0]`;
  expect(kindOf(text)).toBe(kind);
});

it("gets to the end of an object with very many keys", () => {
  const keys = Array.from({ length: 90_000 }, (_, n) => `"k${n}":1`).join();

  expect(kindOf(`{${keys}}`)).toBeUndefined();
  expect(kindOf(`{${keys},"k0":1}`)).toBe("repeated-key");
});
