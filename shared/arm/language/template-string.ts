import { parseExpression } from "./parse-expression.ts";
import type { Expression, SyntaxProblem } from "./syntax.ts";

/** What a string of a template stands for. */
export type TemplateString =
  | { kind: "text"; value: string }
  | { kind: "expression"; expression: Expression }
  | { kind: "problem"; problem: SyntaxProblem };

/** Tells text from expressions; a doubled bracket at the start stands for one, as text. */
export function readTemplateString(value: string): TemplateString {
  if (!value.startsWith("[") || !value.endsWith("]")) return { kind: "text", value };
  if (value.startsWith("[[")) return { kind: "text", value: value.slice(1) };
  const reading = parseExpression(value);
  if (!reading.ok) return { kind: "problem", problem: reading.problem };
  return { kind: "expression", expression: reading.expression };
}
