import type { ArmType } from "./arm-type.ts";

/**
 * Why a value is not known: nobody gave the parameter, it is known once the deployment starts
 * (secrets, outputs of other deployments), only while it runs, or because of an error reported.
 */
export type Cause = "parameter" | "start" | "runtime" | "error";

const causes: readonly Cause[] = ["start", "parameter", "runtime", "error"];
const longestText = 600;

/** A value that is not known before the deployment; it stands for the expression that gives it. */
export class Symbolic {
  readonly type: ArmType;
  readonly cause: Cause;
  /** Known text and the expressions between it; a single expression unless it is a string. */
  readonly parts: readonly SymbolicPart[];

  constructor(type: ArmType, cause: Cause, parts: string | readonly SymbolicPart[]) {
    this.type = type;
    this.cause = cause;
    this.parts = typeof parts === "string" ? [{ expression: shortened(parts) }] : parts;
  }

  /** A string with the same reason for not being known. */
  withParts(parts: readonly SymbolicPart[]): Symbolic {
    return new Symbolic("string", this.cause, parts);
  }

  /** The expression that gives the value. */
  get text(): string {
    const [first] = this.parts;
    if (this.parts.length === 1 && typeof first === "object") return first.expression;
    const texts = this.parts.map((part) =>
      typeof part === "string" ? quoted(part) : part.expression,
    );
    return shortened(`concat(${texts.join(", ")})`);
  }
}

export type SymbolicPart = string | { readonly expression: string };

/** A string put together of known and unknown pieces. */
export function joinedText(pieces: readonly (string | Symbolic)[]): string | Symbolic {
  const parts: SymbolicPart[] = [];
  let cause: Cause | undefined;
  for (const piece of pieces) {
    if (piece instanceof Symbolic) cause = worse(cause, piece.cause);
    for (const part of piece instanceof Symbolic ? piece.parts : [piece]) append(parts, part);
  }
  if (cause === undefined) return pieces.filter((piece) => typeof piece === "string").join("");
  return new Symbolic("string", cause, bounded(parts));
}

/** The cause that says most about why something made of several values is not known. */
export function worse(one: Cause | undefined, other: Cause): Cause {
  return one === undefined || causes.indexOf(other) > causes.indexOf(one) ? other : one;
}

/** A string as it is written inside an expression. */
export function quoted(text: string): string {
  return `'${shortened(text).replaceAll("'", "''")}'`;
}

function append(parts: SymbolicPart[], part: SymbolicPart): void {
  const last = parts.at(-1);
  if (part === "") return;
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else parts.push(part);
}

function bounded(parts: readonly SymbolicPart[]): readonly SymbolicPart[] {
  return parts.length <= 60 ? parts : [...parts.slice(0, 59), { expression: "…" }];
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
