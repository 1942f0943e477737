import type { Expression } from "../../../language/syntax.ts";
import type { ArmType } from "../../values/arm-type.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import { expressionText } from "../../values/plain.ts";
import { Symbolic, worse, type Cause } from "../../values/symbolic.ts";
import { isSame, unknownCause } from "../../values/traverse.ts";
import { typeOf } from "../../values/value-types.ts";
import { fail, Failure } from "../failure.ts";
import { form, valueAt, type FormContext, type FormTable } from "./form.ts";

/** What evaluates only as many of its arguments as it needs. */
export const deciding: FormTable = {
  if: form(3, 3, (args, context) => {
    const decision = valueAt(args, 0, context);
    if (typeof decision === "boolean") return valueAt(args, decision ? 1 : 2, context);
    return decision instanceof Symbolic ? either(decision, args, context) : notBool(0);
  }),
  and: form(2, Number.POSITIVE_INFINITY, (args, context) => whenAll("and", false, args, context)),
  or: form(2, Number.POSITIVE_INFINITY, (args, context) => whenAll("or", true, args, context)),
  coalesce: form(1, Number.POSITIVE_INFINITY, (args, context) => {
    for (const [at] of args.entries()) {
      const value = valueAt(args, at, context);
      if (value instanceof Symbolic && args.length > 1)
        return firstOf(value, args.slice(at + 1), context);
      if (value !== null) return value;
    }
    return null;
  }),
};

function either(decision: Symbolic, args: readonly Expression[], context: FormContext): ArmValue {
  const { work } = context.environment;
  const [one, other] = [1, 2].map((at) => attempt(args[at], context));
  if (one === undefined || other === undefined) {
    const known = one ?? other ?? null;
    return new Symbolic(typeOf(known), decision.cause, `if(${decision.text}, …)`);
  }
  const areKnown = unknownCause(one, work) === undefined && unknownCause(other, work) === undefined;
  if (areKnown && isSame(one, other, work)) return one;
  const texts = [one, other].map((value) => expressionText(value, work));
  const cause = causeOf([one, other], decision.cause);
  return new Symbolic(commonType(one, other), cause, `if(${decision.text}, ${texts.join(", ")})`);
}

/** A branch that may never be taken is free to fail. */
function attempt(expression: Expression | undefined, { evaluate }: FormContext) {
  try {
    return expression === undefined ? undefined : evaluate(expression);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** `and` and `or`: the first argument with the deciding value ends it, known or not. */
function whenAll(
  name: string,
  deciding: boolean,
  args: readonly Expression[],
  context: FormContext,
): ArmValue {
  const open: Symbolic[] = [];
  for (const [at, expression] of args.entries()) {
    const value = open.length > 0 ? attempt(expression, context) : context.evaluate(expression);
    if (value === deciding) return deciding;
    if (value instanceof Symbolic) open.push(value);
    else if (value !== undefined && typeof value !== "boolean") notBool(at);
  }
  const [first] = open;
  if (first === undefined) return !deciding;
  if (open.length === 1) return first;
  const texts = open.map(({ text }) => text);
  return new Symbolic("bool", causeOf(open, first.cause), `${name}(${texts.join(", ")})`);
}

function firstOf(value: Symbolic, rest: readonly Expression[], context: FormContext): Symbolic {
  const { work } = context.environment;
  const others = rest.map((expression) => attempt(expression, context) ?? null);
  const texts = [value, ...others].map((item) => expressionText(item, work));
  return new Symbolic(value.type, causeOf(others, value.cause), `coalesce(${texts.join(", ")})`);
}

function causeOf(values: readonly ArmValue[], first: Cause): Cause {
  return values.reduce<Cause>(
    (cause, value) => (value instanceof Symbolic ? worse(cause, value.cause) : cause),
    first,
  );
}

function commonType(one: ArmValue, other: ArmValue): ArmType {
  return typeOf(one) === typeOf(other) ? typeOf(one) : "any";
}

function notBool(at: number): never {
  return fail(`argument ${at + 1} must be a boolean`);
}
