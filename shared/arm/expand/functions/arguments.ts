import { fail } from "../evaluate/failure.ts";
import { ArmObject, type ArmValue } from "../values/arm-value.ts";
import { isArray, typeOf } from "../values/value-types.ts";

type Args = readonly ArmValue[];

export function textAt(args: Args, at: number): string {
  const value = args[at] ?? null;
  return typeof value === "string" ? value : wrong(value, at, "a string");
}

export function optionalText(args: Args, at: number): string | undefined {
  return args[at] === undefined ? undefined : textAt(args, at);
}

export function numberAt(args: Args, at: number): number {
  const value = args[at] ?? null;
  return typeof value === "number" ? value : wrong(value, at, "an integer");
}

export function integerAt(args: Args, at: number): number {
  const value = numberAt(args, at);
  return Number.isInteger(value) ? value : wrong(value, at, "an integer");
}

export function boolAt(args: Args, at: number): boolean {
  const value = args[at] ?? null;
  return typeof value === "boolean" ? value : wrong(value, at, "a boolean");
}

export function arrayAt(args: Args, at: number): readonly ArmValue[] {
  const value = args[at] ?? null;
  return isArray(value) ? value : wrong(value, at, "an array");
}

export function objectAt(args: Args, at: number): ArmObject {
  const value = args[at] ?? null;
  return value instanceof ArmObject ? value : wrong(value, at, "an object");
}

/** Says that an argument is of another type than the function takes. */
export function wrong(value: ArmValue, at: number, wanted: string): never {
  const found =
    typeof value === "number" && !Number.isInteger(value) ? "a fraction" : typeOf(value);
  return fail(`argument ${at + 1} must be ${wanted}, but is ${found}`);
}
