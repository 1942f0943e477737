import type { ArmType } from "./arm-type.ts";
import { ArmObject, type ArmValue } from "./arm-value.ts";
import { Symbolic } from "./symbolic.ts";

const primitiveTypes: Partial<Record<string, ArmType>> = {
  boolean: "bool",
  number: "int",
  string: "string",
};

/** The type of a value; "any" for one that is not known and could be anything. */
export function typeOf(value: ArmValue): ArmType {
  if (value === null) return "null";
  if (value instanceof Symbolic) return value.type;
  if (value instanceof ArmObject) return "object";
  return primitiveTypes[typeof value] ?? "array";
}

export function isArray(value: ArmValue): value is readonly ArmValue[] {
  return Array.isArray(value);
}

/** Whether two types can be the same. */
export function fits(actual: ArmType, wanted: ArmType): boolean {
  return actual === wanted || actual === "any" || wanted === "any";
}
