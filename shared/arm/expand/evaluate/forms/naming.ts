import type { Expression } from "../../../language/syntax.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import { Symbolic } from "../../values/symbolic.ts";
import type { Environment, Loop } from "../environment.ts";
import { fail } from "../failure.ts";
import { form, valueAt, type FormContext, type FormTable } from "./form.ts";

/** What reads the names a template declares. */
export const naming: FormTable = {
  parameters: form(1, 1, (args, context) =>
    named("parameters", args, context, (name) => context.environment.frame.parameter(name)),
  ),
  variables: form(1, 1, (args, context) =>
    named("variables", args, context, (name) => context.environment.frame.variable(name)),
  ),
  lambdavariables: form(1, 1, (args, context) =>
    named("lambdaVariables", args, context, (name) => {
      const value = context.environment.locals.get(name.toLowerCase());
      return value === undefined ? fail(`no lambda around it has the argument "${name}"`) : value;
    }),
  ),
  copyindex: form(0, 2, (args, context) => copyIndex(args, context)),
};

function named(
  what: string,
  args: readonly Expression[],
  context: FormContext,
  look: (name: string) => ArmValue,
): ArmValue {
  const name = valueAt(args, 0, context);
  if (name instanceof Symbolic) return new Symbolic("any", name.cause, `${what}(${name.text})`);
  return typeof name === "string" ? look(name) : fail("the name must be a string");
}

function copyIndex(args: readonly Expression[], context: FormContext): ArmValue {
  const values = args.map((expression) => context.evaluate(expression));
  const name = values.find((value) => typeof value === "string");
  const offset = values.find((value) => typeof value === "number") ?? 0;
  const loop = findLoop(context.environment, name);
  if (loop === undefined) {
    return fail(
      name === undefined
        ? "copyIndex() stands in nothing that is copied"
        : `nothing around it is copied under the name "${name}"`,
      "copy-index-outside-copy",
    );
  }
  if (typeof loop.index === "number") return loop.index + offset;
  if (offset === 0) return loop.index;
  return new Symbolic("int", loop.index.cause, `add(${loop.index.text}, ${offset})`);
}

function findLoop({ loops }: Environment, name: string | undefined): Loop | undefined {
  if (name !== undefined) {
    return loops.findLast((loop) => loop.name.toLowerCase() === name.toLowerCase());
  }
  return loops.findLast((loop) => loop.kind === "resource") ?? loops.at(-1);
}
