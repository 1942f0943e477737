import { fail } from "../evaluate/failure.ts";
import type { Work } from "../evaluate/work.ts";
import { ArmObject, type ArmValue } from "./arm-value.ts";
import { Symbolic, worse, type Cause } from "./symbolic.ts";
import { isArray } from "./value-types.ts";

const deepestValue = 100;

/** Why a value or anything in it is not known; undefined when all of it is. */
export function unknownCause(value: ArmValue, work: Work, depth = 0): Cause | undefined {
  step(work, depth);
  if (value instanceof Symbolic) return value.cause;
  let cause: Cause | undefined;
  for (const child of childrenOf(value)) {
    const below = unknownCause(child, work, depth + 1);
    if (below !== undefined) cause = worse(cause, below);
  }
  return cause;
}

/** Whether two known values are the same; names of objects compare without letter case. */
export function isSame(one: ArmValue, other: ArmValue, work: Work, depth = 0): boolean {
  step(work, depth);
  if (isArray(one) && isArray(other)) {
    if (one.length !== other.length) return false;
    return one.every((item, at) => isSame(item, other[at] ?? null, work, depth + 1));
  }
  if (one instanceof ArmObject && other instanceof ArmObject) {
    if (one.size !== other.size) return false;
    return one.entries.every(([name, value]) => {
      const match = other.get(name);
      return match !== undefined && isSame(value, match, work, depth + 1);
    });
  }
  return one === other;
}

/** Pays for one value visited, and stops at values nested beyond reason. */
export function step(work: Work, depth: number): void {
  work.spend(1);
  if (depth > deepestValue) fail(`a value is nested more than ${deepestValue} deep`);
}

function childrenOf(value: ArmValue): readonly ArmValue[] {
  if (isArray(value)) return value;
  return value instanceof ArmObject ? value.entries.map(([, child]) => child) : [];
}
