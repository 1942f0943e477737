import { expressionTokens, type ExpressionToken } from "./expression-tokens.ts";

/** A call of a template function; a user-defined one carries its namespace. */
export interface FunctionCall {
  name: string;
  namespace?: string;
  /** The string's tokens; those between the parentheses are `from` up to, not including, `to`. */
  tokens: readonly ExpressionToken[];
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Whether the template engine would evaluate a string instead of taking it as it is. */
export function isExpression(value: string): boolean {
  const text = value.trim();
  return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]");
}

/** Whether a bracketed function call stands anywhere in a string. */
export function containsExpression(value: string): boolean {
  const bracket = /\[\s*[A-Za-z_][\w.]*\s*\(/.exec(value);
  if (bracket === null) return false;
  const rest = value.slice(bracket.index);
  const [first] = functionCalls(rest);
  return first !== undefined && rest.slice(first.end).includes("]");
}

/** Every function call in a string, outermost first; quoted text is never taken for a call. */
export function functionCalls(value: string): FunctionCall[] {
  const tokens = expressionTokens(value);
  const calls: FunctionCall[] = [];
  const open: (FunctionCall | undefined)[] = [];
  tokens.forEach((token, at) => {
    if (isMark(token, "(")) {
      const call = callAt(tokens, at, value.length);
      open.push(call);
      if (call !== undefined) calls.push(call);
    } else if (isMark(token, ")")) {
      const call = open.pop();
      if (call !== undefined) Object.assign(call, { to: at, end: token.end });
    }
  });
  return calls;
}

/** The call whose parenthesis opens at a token; it reaches to the end until that is closed. */
function callAt(tokens: ExpressionToken[], open: number, length: number): FunctionCall | undefined {
  const name = tokens[open - 1];
  if (name?.kind !== "name") return undefined;
  const namespace = isMark(tokens[open - 2], ".") ? tokens[open - 3] : undefined;
  return {
    name: name.value,
    ...(namespace?.kind === "name" ? { namespace: namespace.value } : {}),
    tokens,
    from: open + 1,
    to: tokens.length,
    start: name.start,
    end: length,
  };
}

/** The names that `parameters('…')` or `variables('…')` is called with in a string. */
export function referencesTo(kind: "parameters" | "variables", value: string): string[] {
  return functionCalls(value)
    .filter((call) => call.namespace === undefined && call.name.toLowerCase() === kind)
    .flatMap((call) => {
      const first = call.tokens[call.from];
      return first?.kind === "text" ? [first.value] : [];
    });
}

/** Whether a call asks a resource for its keys or the like (`listKeys`, `listAccountSas` …). */
export function isListCall(call: FunctionCall): boolean {
  return call.namespace === undefined && /^list/i.test(call.name);
}

function isMark(token: ExpressionToken | undefined, mark: string): boolean {
  return token?.kind === "mark" && token.value === mark;
}
