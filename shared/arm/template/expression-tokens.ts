/** A piece of a template expression; offsets count from the start of the whole string. */
export interface ExpressionToken {
  kind: "name" | "text" | "number" | "mark";
  /** For a text: its value, without the quotes and with doubled quotes undone. */
  value: string;
  start: number;
  end: number;
}

const token = /(?<name>[A-Za-z_]\w*)|'(?<text>(?:[^']|'')*)'?|(?<number>\d+)|(?<mark>\S)/g;

/** Splits a string from its first `[` on; empty when it holds none, so plain strings have no tokens. */
export function expressionTokens(value: string): ExpressionToken[] {
  const start = value.indexOf("[");
  if (start === -1) return [];
  const tokens: ExpressionToken[] = [];
  token.lastIndex = start;
  for (let hit = token.exec(value); hit !== null; hit = token.exec(value)) {
    tokens.push(tokenOf(hit));
  }
  return tokens;
}

function tokenOf(hit: RegExpExecArray): ExpressionToken {
  const place = { start: hit.index, end: hit.index + hit[0].length };
  const { name, text, number } = hit.groups ?? {};
  if (name !== undefined) return { kind: "name", value: name, ...place };
  if (text !== undefined) return { kind: "text", value: text.replaceAll("''", "'"), ...place };
  if (number !== undefined) return { kind: "number", value: number, ...place };
  return { kind: "mark", value: hit[0], ...place };
}
