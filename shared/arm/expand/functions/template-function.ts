import type { Environment } from "../evaluate/environment.ts";
import type { ArmType } from "../values/arm-type.ts";
import type { ArmValue } from "../values/arm-value.ts";

/** What a function needs to know of its arguments; where they are unknown, so is its result. */
type Reads =
  /** Everything in them. */
  | "all"
  /** What they are, but not what is inside an array or object. */
  | "surface"
  /** It can work with unknown arguments. */
  | "nothing";

/** A function of the template language. */
export interface TemplateFunction {
  readonly least: number;
  readonly most: number;
  readonly returns: ArmType;
  readonly reads: Reads;
  call(args: readonly ArmValue[], environment: Environment): ArmValue;
}

/** Functions by their names in small letters. */
export type FunctionTable = Readonly<Record<string, TemplateFunction>>;

type Arity = number | readonly [least: number, most: number];
type Call = TemplateFunction["call"];

/** A function that needs to know its arguments wholly. */
export function pure(arity: Arity, returns: ArmType, call: Call): TemplateFunction {
  return { ...limits(arity), returns, reads: "all", call };
}

/** A function that does not look inside the arrays and objects it is given. */
export function shallow(arity: Arity, returns: ArmType, call: Call): TemplateFunction {
  return { ...limits(arity), returns, reads: "surface", call };
}

/** A function that copes with values that are not known. */
export function symbolic(arity: Arity, returns: ArmType, call: Call): TemplateFunction {
  return { ...limits(arity), returns, reads: "nothing", call };
}

/** As many arguments as one likes. */
export const many = Number.POSITIVE_INFINITY;

function limits(arity: Arity): { least: number; most: number } {
  if (typeof arity === "number") return { least: arity, most: arity };
  return { least: arity[0], most: arity[1] };
}
