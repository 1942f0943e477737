import { stringOf } from "../json/node.ts";
import { expressionTokens, type ExpressionToken } from "./expression-tokens.ts";
import { isExpression } from "./expression.ts";
import type { Template } from "./template.ts";

/** What reading one string may cost; variables may lead to one another without end. */
const limits = { depth: 60, operands: 2000, characters: 1_000_000 } as const;

/** What a string is in every deployment; undefined when that depends on parameters or on Azure. */
export function constantText(template: Template, value: string): string | undefined {
  return textOf(template, value, { depth: 0, operands: 0, characters: 0 });
}

/** What reading has cost so far. */
interface Spent {
  depth: number;
  operands: number;
  characters: number;
}

function textOf(template: Template, value: string, spent: Spent): string | undefined {
  if (!isExpression(value)) return value.replace(/^\[\[/, "[");
  return new ConstantReader(template, expressionTokens(value), spent).whole();
}

class ConstantReader {
  readonly #template: Template;
  readonly #tokens: readonly ExpressionToken[];
  readonly #spent: Spent;
  #at = 0;

  constructor(template: Template, tokens: readonly ExpressionToken[], spent: Spent) {
    this.#template = template;
    this.#tokens = tokens;
    this.#spent = spent;
  }

  whole(): string | undefined {
    if (!this.#take("[")) return undefined;
    const text = this.#operand();
    const isDone = this.#take("]") && this.#at === this.#tokens.length;
    return isDone ? text : undefined;
  }

  #operand(): string | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    this.#spent.operands += 1;
    if (this.#spent.operands > limits.operands || !token || token.kind === "mark") return undefined;
    if (token.kind !== "name") return token.value;
    if (!this.#take("(") || this.#spent.depth >= limits.depth) return undefined;
    this.#spent.depth += 1;
    const text = this.#call(token.value.toLowerCase());
    this.#spent.depth -= 1;
    this.#spent.characters += text?.length ?? 0;
    return this.#spent.characters > limits.characters ? undefined : text;
  }

  #call(name: string): string | undefined {
    const values: string[] = [];
    while (!this.#take(")")) {
      const value = this.#operand();
      if (value === undefined) return undefined;
      values.push(value);
      this.#take(",");
    }
    return this.#result(name, values);
  }

  #result(name: string, [first, ...others]: string[]): string | undefined {
    if (first === undefined) return undefined;
    switch (name) {
      case "concat":
        return [first, ...others].join("");
      case "format":
        return formatted(first, others);
      case "tolower":
        return first.toLowerCase();
      case "toupper":
        return first.toUpperCase();
      case "variables":
        return this.#variable(first);
      default:
        return undefined;
    }
  }

  #variable(name: string): string | undefined {
    const value = stringOf(this.#template.variable(name));
    return value === undefined ? undefined : textOf(this.#template, value, this.#spent);
  }

  #take(mark: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "mark" || token.value !== mark) return false;
    this.#at += 1;
    return true;
  }
}

/** The text with its holes filled, unless that is more than anybody writes. */
function formatted(text: string, values: readonly string[]): string | undefined {
  const longest = Math.max(0, ...values.map(({ length }) => length));
  if ((text.length / 3) * longest > limits.characters) return undefined;
  return text.replace(/\{(\d+)\}/g, (hole, at: string) => values[Number(at)] ?? hole);
}
