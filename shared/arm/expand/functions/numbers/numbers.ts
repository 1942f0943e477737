import { fail } from "../../evaluate/failure.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import { isArray } from "../../values/value-types.ts";
import { integerAt, numberAt, wrong } from "../arguments.ts";
import { many, pure, type FunctionTable } from "../template-function.ts";

export const numbers: FunctionTable = {
  add: pure(2, "int", (args) => within(integerAt(args, 0) + integerAt(args, 1))),
  sub: pure(2, "int", (args) => within(integerAt(args, 0) - integerAt(args, 1))),
  mul: pure(2, "int", (args) => within(integerAt(args, 0) * integerAt(args, 1))),
  div: pure(2, "int", (args) => Math.trunc(integerAt(args, 0) / divisor(args)) + 0),
  mod: pure(2, "int", (args) => (integerAt(args, 0) % divisor(args)) + 0),
  min: pure([1, many], "int", (args) => pick(args, (one, other) => Math.min(one, other))),
  max: pure([1, many], "int", (args) => pick(args, (one, other) => Math.max(one, other))),
  int: pure(1, "int", ([value = null]) => toInteger(value)),
  float: pure(1, "int", ([value = null]) => toNumber(value)),
};

const largest = 2 ** 63;

function within(value: number): number {
  return Math.abs(value) < largest ? value : fail("the result is too large for an integer");
}

function divisor(args: readonly ArmValue[]): number {
  const value = integerAt(args, 1);
  return value === 0 ? fail("a number cannot be divided by zero") : value;
}

function pick(args: readonly ArmValue[], choose: (one: number, other: number) => number): number {
  const [first = null] = args;
  const values = isArray(first) && args.length === 1 ? first : args;
  if (values.length === 0) return fail("there is nothing to choose from");
  return values.map((_, at) => numberAt(values, at)).reduce(choose);
}

function toInteger(value: ArmValue): number {
  if (typeof value === "number") return within(Math.trunc(value));
  if (typeof value !== "string") return wrong(value, 0, "a string or a number");
  return /^\s*[+-]?\d{1,19}\s*$/.test(value)
    ? within(Number(value))
    : fail("the string is not an integer");
}

function toNumber(value: ArmValue): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return wrong(value, 0, "a string or a number");
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : fail("the string is not a number");
}
