import type { Expression } from "../../../language/syntax.ts";
import type { ArmType } from "../../values/arm-type.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { expressionText } from "../../values/plain.ts";
import { Symbolic } from "../../values/symbolic.ts";
import { isArray } from "../../values/value-types.ts";
import { fail } from "../failure.ts";
import { form, valueAt, type FormContext, type FormTable } from "./form.ts";

type Lambda = (...values: readonly ArmValue[]) => ArmValue;
type Items = readonly ArmValue[];

/** What calls a lambda for each element. */
export const lambdas: FormTable = {
  map: form(2, 2, (args, context) =>
    withItems("map", args, context, (items) => {
      const each = lambdaAt(args, 1, context);
      return items.map((item, at) => each(item, at));
    }),
  ),
  filter: form(2, 2, (args, context) =>
    withItems("filter", args, context, (items) => {
      const each = lambdaAt(args, 1, context);
      const kept: ArmValue[] = [];
      for (const [at, item] of items.entries()) {
        const decision = each(item, at);
        if (decision instanceof Symbolic) return unknown("filter", items, context, "array");
        if (decision === true) kept.push(item);
      }
      return kept;
    }),
  ),
  reduce: form(3, 3, (args, context) =>
    withItems("reduce", args, context, (items) => {
      const each = lambdaAt(args, 2, context);
      return items.reduce((sum, item, at) => each(sum, item, at), valueAt(args, 1, context));
    }),
  ),
  sort: form(2, 2, (args, context) =>
    withItems("sort", args, context, (items) => {
      const isBefore = lambdaAt(args, 1, context);
      const undecided: ArmValue[] = [];
      const sorted = items.toSorted((one, other) => {
        const decision = isBefore(one, other);
        if (decision instanceof Symbolic) undecided.push(decision);
        if (decision === true) return -1;
        return isBefore(other, one) === true ? 1 : 0;
      });
      return undecided.length > 0 ? unknown("sort", items, context, "array") : sorted;
    }),
  ),
  toobject: form(2, 3, (args, context) =>
    withItems("toObject", args, context, (items) => {
      const key = lambdaAt(args, 1, context);
      const value = args.length > 2 ? lambdaAt(args, 2, context) : (item: ArmValue) => item;
      return ArmObject.of(items.map((item) => [nameOf(key(item)), value(item)] as const));
    }),
  ),
  groupby: form(2, 2, (args, context) =>
    withItems("groupBy", args, context, (items) => {
      const key = lambdaAt(args, 1, context);
      const groups = Map.groupBy(items, (item) => nameOf(key(item)));
      return ArmObject.of(groups);
    }),
  ),
  mapvalues: form(2, 2, (args, context) => {
    const object = valueAt(args, 0, context);
    if (object instanceof Symbolic) return unknown("mapValues", [object], context, "object");
    if (!(object instanceof ArmObject)) return fail("argument 1 must be an object");
    const each = lambdaAt(args, 1, context);
    return ArmObject.of(object.entries.map(([name, value]) => [name, each(value)] as const));
  }),
};

function withItems(
  name: string,
  args: readonly Expression[],
  context: FormContext,
  run: (items: Items) => ArmValue,
): ArmValue {
  const items = valueAt(args, 0, context);
  if (items instanceof Symbolic) return unknown(name, [items], context, "any");
  if (!isArray(items)) return fail("argument 1 must be an array");
  context.environment.work.spend(items.length);
  return run(items);
}

function lambdaAt(args: readonly Expression[], at: number, context: FormContext): Lambda {
  const lambda = args[at];
  if (lambda?.kind !== "call" || lambda.name.toLowerCase() !== "lambda") {
    return fail(`argument ${at + 1} must be a lambda(…)`);
  }
  const body = lambda.args.at(-1);
  const names = lambda.args.slice(0, -1).map((name) => context.evaluate(name));
  if (body === undefined) return fail("the lambda has no body");
  return (...values) => {
    const locals = new Map(context.environment.locals);
    names.forEach((name, place) => {
      locals.set(nameOf(name).toLowerCase(), values[place] ?? null);
    });
    return context.evaluate(body, { ...context.environment, locals });
  };
}

function nameOf(value: ArmValue): string {
  if (value instanceof Symbolic) return `[${value.text}]`;
  return typeof value === "string" ? value : fail("the name that a lambda gives must be a string");
}

function unknown(name: string, items: Items, context: FormContext, type: ArmType): Symbolic {
  const cause = items.find((item) => item instanceof Symbolic)?.cause ?? "start";
  const text = expressionText(
    items.length === 1 ? (items[0] ?? null) : items,
    context.environment.work,
  );
  return new Symbolic(type, cause, `${name}(${text}, …)`);
}
