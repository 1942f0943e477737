import type { Call, Expression } from "../../../language/syntax.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import type { Environment } from "../environment.ts";

/** What a form has at hand: it decides itself which of its arguments are evaluated, and in what. */
export interface FormContext {
  readonly environment: Environment;
  readonly evaluate: (expression: Expression, environment?: Environment) => ArmValue;
}

/** A part of the language that is no plain function of its arguments' values. */
export interface Form {
  readonly least: number;
  readonly most: number;
  evaluate(args: readonly Expression[], context: FormContext, call: Call): ArmValue;
}

/** Forms by their names in small letters. */
export type FormTable = Readonly<Record<string, Form>>;

export function form(least: number, most: number, evaluate: Form["evaluate"]): Form {
  return { least, most, evaluate };
}

/** The value of one argument. */
export function valueAt(
  args: readonly Expression[],
  at: number,
  { evaluate }: FormContext,
): ArmValue {
  const expression = args[at];
  return expression === undefined ? null : evaluate(expression);
}
