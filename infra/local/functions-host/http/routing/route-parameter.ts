import { type Constraint, constraint } from "./constraints.ts";

/** A parameter of a route template, for example `{id:int?}`. */
export interface RouteParameter {
  name: string;
  isOptional: boolean;
  isCatchAll: boolean;
  defaultValue: string | undefined;
  /** As written, for comparing two templates. */
  constraintTexts: readonly string[];
  constraints: readonly Constraint[];
}

const shape = /^(?<stars>\*{0,2})(?<name>[^:=?{}/*]+)(?<rest>.*?)(?<mark>\??)$/s;
type Shape = Record<"stars" | "name" | "rest" | "mark", string>;

/** Parses what stands between the braces: stars, name, constraints, default or question mark. */
export function parseParameter(text: string): RouteParameter {
  const match = shape.exec(text);
  if (!match) throw new SyntaxError(`The route parameter name in '${text}' is invalid.`);
  const { stars, name, rest, mark } = match.groups as Shape;
  const { texts, tail } = splitConstraints(rest);
  const hasDefault = tail.startsWith("=");
  if (tail !== "" && !hasDefault) {
    throw new SyntaxError(`The route parameter '${text}' is invalid at '${tail}'.`);
  }
  if (mark && (hasDefault || stars)) {
    throw new SyntaxError(`'${name}' cannot be optional and have a default or be a catch-all.`);
  }
  return {
    name,
    isOptional: mark !== "",
    isCatchAll: stars !== "",
    defaultValue: hasDefault ? tail.slice(1) : undefined,
    constraintTexts: texts,
    constraints: texts.map(constraint),
  };
}

// An argument ends at the first closing parenthesis where the whole constraint could end too, so
// a regular expression may hold parentheses.
function splitConstraints(text: string): { texts: string[]; tail: string } {
  const texts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/:([^:=(]*(?:\(.*?\)(?=$|:|=))?)/gsy)) {
    texts.push(match[1] ?? "");
    end = match.index + match[0].length;
  }
  return { texts: texts.filter((one) => one !== ""), tail: text.slice(end) };
}
