import type { Access, Call, Expression } from "../../language/syntax.ts";
import { functionNamed } from "../functions/all-functions.ts";
import type { TemplateFunction } from "../functions/template-function.ts";
import { ArmObject, type ArmValue } from "../values/arm-value.ts";
import { expressionText } from "../values/plain.ts";
import { Symbolic, worse, type Cause } from "../values/symbolic.ts";
import { unknownCause } from "../values/traverse.ts";
import { isArray } from "../values/value-types.ts";
import type { Environment } from "./environment.ts";
import { fail, Failure } from "./failure.ts";
import { deciding } from "./forms/deciding.ts";
import type { Form } from "./forms/form.ts";
import { lambdas } from "./forms/lambdas.ts";
import { naming } from "./forms/naming.ts";

const forms = new Map<string, Form>(Object.entries({ ...deciding, ...naming, ...lambdas }));

/** The value of an expression; throws a Failure that knows its place in the string. */
export function evaluate(expression: Expression, environment: Environment): ArmValue {
  environment.work.spend(1);
  if (expression.kind === "literal") return expression.value;
  try {
    const value = environment.work.within(() =>
      expression.kind === "call"
        ? called(expression, environment)
        : accessed(expression, environment),
    );
    return value === undefined
      ? fail("expressions lead to one another too deeply", "too-deep")
      : value;
  } catch (error) {
    // Failing is slow, and an undecided choice may fail again and again.
    environment.work.spend(5);
    if (error instanceof Failure) error.offset ??= expression.start;
    throw error;
  }
}

function called(call: Call, environment: Environment): ArmValue {
  const { namespace, name } = call;
  if (namespace !== undefined && namespace.toLowerCase() !== "sys") {
    const args = call.args.map((arg) => evaluate(arg, environment));
    return environment.frame.callOwn(namespace, name, args);
  }
  const known = forms.get(name.toLowerCase()) ?? functionNamed(name);
  if (known === undefined) return fail(`there is no function "${name}"`, "function-unknown");
  checkCount(call, known);
  try {
    if ("evaluate" in known) {
      const inside = (expression: Expression, within = environment) => evaluate(expression, within);
      return known.evaluate(call.args, { environment, evaluate: inside }, call);
    }
    return applied(call, known, environment);
  } catch (error) {
    throw error instanceof Failure && error.offset === undefined
      ? new Failure(error.code, `${name}: ${error.message}`, call.start)
      : error;
  }
}

function applied(call: Call, known: TemplateFunction, environment: Environment): ArmValue {
  const { work } = environment;
  const args = call.args.map((arg) => evaluate(arg, environment));
  for (const arg of args) if (typeof arg === "string") work.spendText(arg.length);
  const cause = obstacle(args, known, environment);
  if (cause === undefined) {
    const value = known.call(args, environment);
    if (typeof value === "string") work.spendText(value.length);
    return value;
  }
  const texts = args.map((arg) => expressionText(arg, work));
  return new Symbolic(known.returns, cause, `${call.name}(${texts.join(", ")})`);
}

function obstacle(
  args: readonly ArmValue[],
  { reads }: TemplateFunction,
  { work }: Environment,
): Cause | undefined {
  let cause: Cause | undefined;
  for (const arg of reads === "nothing" ? [] : args) {
    const surface = arg instanceof Symbolic ? arg.cause : undefined;
    const unknown = reads === "all" ? unknownCause(arg, work) : surface;
    if (unknown !== undefined) cause = worse(cause, unknown);
  }
  return cause;
}

function checkCount({ name, args }: Call, { least, most }: { least: number; most: number }): void {
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? String(least) : `${least} to ${most}`;
  const count = most === Number.POSITIVE_INFINITY ? `at least ${least}` : wanted;
  fail(`"${name}" takes ${count} arguments, but has ${args.length}`, "argument-count");
}

function accessed({ target, key, isSafe }: Access, environment: Environment): ArmValue {
  const owner = evaluate(target, environment);
  const place = evaluate(key, environment);
  const unknown = [owner, place].find((value) => value instanceof Symbolic);
  if (unknown !== undefined) {
    const text = `${expressionText(owner, environment.work)}${written(place, environment)}`;
    return new Symbolic("any", unknown.cause, text);
  }
  const found = lookUp(owner, place);
  if (found !== undefined) return found;
  if (isSafe) return null;
  environment.work.spend(owner instanceof ArmObject ? owner.size : 1);
  return missing(owner, place);
}

function lookUp(owner: ArmValue, place: ArmValue): ArmValue | undefined {
  if (isArray(owner) && typeof place === "number") return owner[place];
  if (owner instanceof ArmObject && typeof place === "string") return owner.get(place);
  return undefined;
}

function missing(owner: ArmValue, place: ArmValue): never {
  if (isArray(owner) && typeof place === "number") {
    return fail(`the array has ${owner.length} elements, so none at ${place}`, "element-missing");
  }
  if (owner instanceof ArmObject && typeof place === "string") {
    const names = owner.names.slice(0, 8).map((name) => `"${name}"`);
    const hint = names.length === 0 ? "it is empty" : `it has ${names.join(", ")}`;
    return fail(`the object has no property "${place.slice(0, 80)}": ${hint}`, "property-missing");
  }
  return fail("only objects have properties, and only arrays have elements", "property-missing");
}

function written(place: ArmValue, { work }: Environment): string {
  const isName = typeof place === "string" && /^[A-Za-z_]\w*$/.test(place);
  return isName ? `.${place}` : `[${expressionText(place, work)}]`;
}
