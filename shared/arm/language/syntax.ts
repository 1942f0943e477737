/** Where a piece of an expression stands; offsets count from the start of the whole string. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Literal extends Span {
  readonly kind: "literal";
  readonly value: string | number;
}

/** A call of a function; one the template defines itself carries its namespace. */
export interface Call extends Span {
  readonly kind: "call";
  readonly namespace?: string;
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `target.name` or `target[key]`; a safe one gives null where nothing is found. */
export interface Access extends Span {
  readonly kind: "access";
  readonly target: Expression;
  readonly key: Expression;
  readonly isSafe: boolean;
}

export type Expression = Literal | Call | Access;

/** Why a string cannot be understood, and where in it. */
export interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
}
