import { fail } from "../../evaluate/failure.ts";
import type { Work } from "../../evaluate/work.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { isSame } from "../../values/traverse.ts";
import { isArray } from "../../values/value-types.ts";
import { arrayAt, integerAt, textAt, wrong } from "../arguments.ts";
import { many, pure, shallow, type FunctionTable } from "../template-function.ts";

export const looking: FunctionTable = {
  length: shallow(1, "int", ([value = null]) => lengthOf(value)),
  empty: shallow(1, "bool", ([value = null]) => value === null || lengthOf(value) === 0),
  contains: pure(2, "bool", (args, { work }) => contains(args, work)),
  indexof: pure(2, "int", (args, { work }) => positions(args, work)[0] ?? -1),
  lastindexof: pure(2, "int", (args, { work }) => positions(args, work).at(-1) ?? -1),
  first: shallow(
    1,
    "any",
    ([value = null]) => ends(value)[0] ?? (typeof value === "string" ? "" : null),
  ),
  last: shallow(
    1,
    "any",
    ([value = null]) => ends(value).at(-1) ?? (typeof value === "string" ? "" : null),
  ),
  indexfromend: shallow(2, "any", (args) => fromEnd(args) ?? fail("the array is not that long")),
  tryindexfromend: shallow(2, "any", (args) => fromEnd(args) ?? null),
  tryget: shallow([2, many], "any", ([value = null, ...keys]) => tryGet(value, keys)),
};

function lengthOf(value: ArmValue): number {
  if (isArray(value) || typeof value === "string") return value.length;
  return value instanceof ArmObject ? value.size : wrong(value, 0, "a string, array or object");
}

function contains(args: readonly ArmValue[], work: Work): boolean {
  const [container = null, wanted = null] = args;
  if (isArray(container)) return container.some((item) => isSame(item, wanted, work));
  if (container instanceof ArmObject) return container.has(textAt(args, 1));
  if (typeof container !== "string") return wrong(container, 0, "a string, array or object");
  return container.includes(typeof wanted === "number" ? String(wanted) : textAt(args, 1));
}

/** Where something is first and last found. */
function positions(args: readonly ArmValue[], work: Work): number[] {
  const [container = null, wanted = null] = args;
  if (isArray(container)) {
    return container.flatMap((item, at) => (isSame(item, wanted, work) ? [at] : []));
  }
  const text = textAt(args, 0).toLowerCase();
  const part = textAt(args, 1).toLowerCase();
  const first = text.indexOf(part);
  return first === -1 ? [] : [first, text.lastIndexOf(part)];
}

function ends(value: ArmValue): readonly ArmValue[] {
  if (isArray(value)) return value;
  if (typeof value !== "string") return wrong(value, 0, "a string or an array");
  return [value.slice(0, 1), value.slice(-1)];
}

function fromEnd(args: readonly ArmValue[]): ArmValue | undefined {
  const index = integerAt(args, 1);
  return index < 1 ? fail("the index counts from 1") : arrayAt(args, 0).at(-index);
}

function tryGet(value: ArmValue, keys: readonly ArmValue[]): ArmValue {
  let found = value;
  for (const key of keys) {
    if (isArray(found) && typeof key === "number") found = found[key] ?? null;
    else if (found instanceof ArmObject && typeof key === "string") found = found.get(key) ?? null;
    else return null;
  }
  return found;
}
