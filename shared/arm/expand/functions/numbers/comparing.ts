import { fail } from "../../evaluate/failure.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import { isSame } from "../../values/traverse.ts";
import { boolAt } from "../arguments.ts";
import { pure, symbolic, type FunctionTable } from "../template-function.ts";

export const comparing: FunctionTable = {
  equals: pure(2, "bool", ([one = null, other = null], { work }) => isSame(one, other, work)),
  less: compared((order) => order < 0),
  lessorequals: compared((order) => order <= 0),
  greater: compared((order) => order > 0),
  greaterorequals: compared((order) => order >= 0),
  not: pure(1, "bool", (args) => !boolAt(args, 0)),
  bool: pure(1, "bool", ([value = null]) => toBool(value)),
  true: symbolic(0, "bool", () => true),
  false: symbolic(0, "bool", () => false),
  null: symbolic(0, "null", () => null),
};

function compared(decide: (order: number) => boolean) {
  return pure(2, "bool", ([one = null, other = null]) => decide(orderOf(one, other)));
}

function orderOf(one: ArmValue, other: ArmValue): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "string" && typeof other === "string")
    return Number(one > other) - Number(one < other);
  return fail("only two numbers or two strings can be compared");
}

const words = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

function toBool(value: ArmValue): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  const known = typeof value === "string" ? words.get(value.toLowerCase()) : undefined;
  return known ?? fail("only true, false, 1 and 0 can become a boolean");
}
