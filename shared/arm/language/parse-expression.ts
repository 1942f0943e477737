import type { Expression, SyntaxProblem } from "./syntax.ts";
import { Tokens, type Token } from "./tokens.ts";

/** Azure takes no expression longer than this. */
const longest = 24_576;
const deepest = 100;

export type ExpressionReading =
  { ok: true; expression: Expression } | { ok: false; problem: SyntaxProblem };

/** Reads a string that is an expression in square brackets. */
export function parseExpression(text: string): ExpressionReading {
  if (text.length > longest) {
    const message = `the expression has ${text.length} characters; at most ${longest} are allowed`;
    return { ok: false, problem: { message, offset: 0 } };
  }
  try {
    return { ok: true, expression: new Parser(text).whole() };
  } catch (error) {
    if (error instanceof SyntaxStop) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Leaves the parser from any depth; never gets out of this file. */
class SyntaxStop extends Error {
  readonly problem: SyntaxProblem;

  constructor(message: string, offset: number) {
    super(message);
    this.problem = { message, offset };
  }
}

class Parser {
  readonly #tokens: Tokens;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = new Tokens(text);
  }

  whole(): Expression {
    this.#expect("[");
    const expression = this.#expression();
    this.#expect("]");
    const rest = this.#tokens.peek();
    if (rest.kind !== "end") throw unexpected(rest, "the end of the expression");
    return expression;
  }

  #expression(): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) {
      const { start } = this.#tokens.peek();
      throw new SyntaxStop(`the expression is nested more than ${deepest} deep`, start);
    }
    let expression = this.#primary();
    for (let next = this.#access(expression); next !== undefined; next = this.#access(expression)) {
      expression = next;
    }
    this.#depth -= 1;
    return expression;
  }

  #primary(): Expression {
    const token = this.#tokens.take();
    const { start, end, value } = token;
    if (token.kind === "text") return { kind: "literal", value, start, end };
    if (token.kind === "number") return { kind: "literal", value: Number(value), start, end };
    if (token.kind === "name") return this.#call(token);
    throw unexpected(token, "a function, a string in single quotes or a number");
  }

  #call(first: Token): Expression {
    const names = [first];
    while (names.length < 2 && this.#tokens.skip(".")) names.push(this.#name());
    const name = names.at(-1) ?? first;
    if (!this.#tokens.skip("(")) {
      const message = `"${name.value}" is not followed by "(": only functions stand without quotes`;
      throw new SyntaxStop(message, first.start);
    }
    const args: Expression[] = [];
    if (!this.#tokens.skip(")")) {
      do args.push(this.#expression());
      while (this.#tokens.skip(","));
      this.#expect(")");
    }
    const namespace = names.length === 2 ? { namespace: first.value } : {};
    const end = this.#tokens.position;
    return { kind: "call", ...namespace, name: name.value, args, start: first.start, end };
  }

  #access(target: Expression): Expression | undefined {
    for (const mark of [".", ".?"]) {
      if (!this.#tokens.skip(mark)) continue;
      const { value, start, end } = this.#name();
      const key: Expression = { kind: "literal", value, start, end };
      return { kind: "access", target, key, isSafe: mark === ".?", start: target.start, end };
    }
    for (const mark of ["[", "[?"]) {
      if (!this.#tokens.skip(mark)) continue;
      const key = this.#expression();
      const { end } = this.#expect("]");
      return { kind: "access", target, key, isSafe: mark === "[?", start: target.start, end };
    }
    return undefined;
  }

  #name(): Token {
    const token = this.#tokens.take();
    if (token.kind !== "name") throw unexpected(token, "a name");
    return token;
  }

  #expect(mark: string): Token {
    const token = this.#tokens.take();
    if (token.kind !== "mark" || token.value !== mark) throw unexpected(token, `"${mark}"`);
    return token;
  }
}

function unexpected(token: Token, wanted: string): SyntaxStop {
  const found = token.kind === "end" ? "ends" : `has "${shorten(token.value)}"`;
  const hint = token.kind === "unknown" && token.value === "'" ? " (a quote is not closed)" : "";
  return new SyntaxStop(`the expression ${found} where ${wanted} belongs${hint}`, token.start);
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
