import { stringOf } from "../json/node.ts";
import { expressionTokens, type ExpressionToken } from "./expression-tokens.ts";
import { isExpression } from "./expression.ts";
import type { Template } from "./template.ts";

/** Variables that point at variables more often than this go round in circles. */
const mostSteps = 20;

/** What a string is in every deployment; undefined when that depends on parameters or on Azure. */
export function constantText(template: Template, value: string, step = 0): string | undefined {
  if (!isExpression(value)) return value.replace(/^\[\[/, "[");
  if (step > mostSteps) return undefined;
  return new ConstantReader(template, expressionTokens(value), step).whole();
}

class ConstantReader {
  readonly #template: Template;
  readonly #tokens: readonly ExpressionToken[];
  readonly #step: number;
  #at = 0;

  constructor(template: Template, tokens: readonly ExpressionToken[], step: number) {
    this.#template = template;
    this.#tokens = tokens;
    this.#step = step;
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
    if (token === undefined || token.kind === "mark") return undefined;
    if (token.kind !== "name") return token.value;
    return this.#take("(") ? this.#call(token.value.toLowerCase()) : undefined;
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
        return first.replace(/\{(\d+)\}/g, (hole, at: string) => others[Number(at)] ?? hole);
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
    return value === undefined ? undefined : constantText(this.#template, value, this.#step + 1);
  }

  #take(mark: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "mark" || token.value !== mark) return false;
    this.#at += 1;
    return true;
  }
}
