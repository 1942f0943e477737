import { fail } from "../../evaluate/failure.ts";
import type { Work } from "../../evaluate/work.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { isArray } from "../../values/value-types.ts";
import { arrayAt, integerAt, objectAt, wrong } from "../arguments.ts";
import { many, pure, shallow, symbolic, type FunctionTable } from "../template-function.ts";
import { Symbolic } from "../../values/symbolic.ts";

const longestRange = 10_000;

export const building: FunctionTable = {
  array: shallow(1, "array", ([value = null]) => (isArray(value) ? value : [value])),
  createarray: symbolic([0, many], "array", (args, { work }) => {
    work.spend(args.length);
    return args;
  }),
  createobject: symbolic([0, many], "object", (args, { work }) => createObject(args, work)),
  range: pure(2, "array", (args, { work }) => {
    const [start, count] = [integerAt(args, 0), integerAt(args, 1)];
    if (count < 0 || count > longestRange)
      fail(`a range has 0 to ${longestRange} numbers, not ${count}`);
    work.spend(count);
    return Array.from({ length: count }, (_, at) => start + at);
  }),
  flatten: shallow(1, "array", (args, { work }) => {
    const parts = arrayAt(args, 0).map((part) => (isArray(part) ? part : [part]));
    work.spend(parts.reduce((sum, part) => sum + part.length, parts.length));
    return parts.flat();
  }),
  items: shallow(1, "array", (args, { work }) => {
    const { entries } = objectAt(args, 0);
    work.spend(entries.length);
    return entries.toSorted(byName).map(([key, value]) =>
      ArmObject.of([
        ["key", key],
        ["value", value],
      ]),
    );
  }),
  objectkeys: shallow(1, "array", (args, { work }) => {
    const { entries } = objectAt(args, 0);
    work.spend(entries.length);
    return entries.toSorted(byName).map(([name]) => name);
  }),
  shallowmerge: shallow(1, "object", (args, { work }) => {
    const parts = arrayAt(args, 0);
    const merged = new ArmObject();
    parts.forEach((_, at) => {
      const part = objectAt(parts, at);
      work.spend(part.size);
      for (const [name, value] of part.entries) merged.set(name, value);
    });
    return merged;
  }),
};

function createObject(args: readonly ArmValue[], work: Work): ArmValue {
  work.spend(args.length);
  if (args.length % 2 === 1) return fail("names and values must come in pairs");
  const object = new ArmObject();
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at] ?? null;
    if (name instanceof Symbolic) object.set(`[${name.text}]`, args[at + 1] ?? null);
    else if (typeof name === "string") object.set(name, args[at + 1] ?? null);
    else wrong(name, at, "a string");
  }
  return object;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return Number(one > other) - Number(one < other);
}
