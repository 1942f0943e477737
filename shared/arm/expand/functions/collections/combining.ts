import type { Work } from "../../evaluate/work.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { isSame, step } from "../../values/traverse.ts";
import { isArray } from "../../values/value-types.ts";
import { arrayAt, integerAt, objectAt, textAt } from "../arguments.ts";
import { many, pure, shallow, type FunctionTable } from "../template-function.ts";

export const combining: FunctionTable = {
  union: shallow([1, many], "any", (args, { work }) => union(args, work)),
  intersection: pure([1, many], "any", (args, { work }) => intersection(args, work)),
  distinct: pure(1, "array", (args, { work }) => distinct(arrayAt(args, 0), work)),
  skip: shallow(2, "any", (args, { work }) => part(args, work, (count) => [count, undefined])),
  take: shallow(2, "any", (args, { work }) => part(args, work, (count) => [0, count])),
};

function union(args: readonly ArmValue[], work: Work): ArmValue {
  if (isArray(args[0] ?? null)) {
    for (const [at] of args.entries()) work.spend(arrayAt(args, at).length);
    return distinct(
      args.flatMap((_, at) => arrayAt(args, at)),
      work,
    );
  }
  return args.map((_, at) => objectAt(args, at)).reduce((one, other) => merge(one, other, work, 0));
}

function merge(one: ArmObject, other: ArmObject, work: Work, depth: number): ArmObject {
  step(work, depth);
  work.spend(one.size + other.size);
  const merged = ArmObject.of(one.entries);
  for (const [name, value] of other.entries) {
    const before = merged.get(name);
    const areObjects = before instanceof ArmObject && value instanceof ArmObject;
    merged.set(name, areObjects ? merge(before, value, work, depth + 1) : value);
  }
  return merged;
}

function intersection(args: readonly ArmValue[], work: Work): ArmValue {
  if (isArray(args[0] ?? null)) {
    const [first = [], ...others] = args.map((_, at) => arrayAt(args, at));
    const shared = first.filter((item) => others.every((other) => holds(other, item, work)));
    return distinct(shared, work);
  }
  const [first = new ArmObject(), ...others] = args.map((_, at) => objectAt(args, at));
  return ArmObject.of(
    first.entries.filter(([name, value]) =>
      others.every((other) => {
        const match = other.get(name);
        return match !== undefined && isSame(value, match, work);
      }),
    ),
  );
}

function distinct(items: readonly ArmValue[], work: Work): ArmValue {
  const seen = new Set<ArmValue>();
  const large: ArmValue[] = [];
  work.spend(items.length);
  return items.filter((item) => {
    const isSimple = typeof item !== "object" || item === null;
    if (isSimple ? seen.has(item) : holds(large, item, work)) return false;
    if (isSimple) seen.add(item);
    else large.push(item);
    return true;
  });
}

function holds(items: readonly ArmValue[], wanted: ArmValue, work: Work): boolean {
  return items.some((item) => isSame(item, wanted, work));
}

function part(
  args: readonly ArmValue[],
  work: Work,
  bounds: (count: number) => [number, number | undefined],
): ArmValue {
  const [from, to] = bounds(Math.max(0, integerAt(args, 1)));
  const [value = null] = args;
  if (!isArray(value)) return textAt(args, 0).slice(from, to);
  const items = value.slice(from, to);
  work.spend(items.length);
  return items;
}
