import type { JsonNode } from "../../json/json-document.ts";
import { itemsOf, propertiesOf, stringOf } from "../../json/node.ts";
import { referencesTo } from "../expression.ts";
import { referencedVariables } from "./referenced-variables.ts";
import type { Template } from "../template.ts";

/** Follows values to the parameters behind them; what was found out is kept. */
export class ParameterTrail {
  readonly #template: Template;
  readonly #known = new Map<JsonNode, boolean>();

  constructor(template: Template) {
    this.#template = template;
  }

  /** Whether a parameter is named in a value, or in a variable that it names, however far on. */
  leadsToParameter(value: JsonNode): boolean {
    // Each value that was reached, with the one that named it.
    const reached = new Map<JsonNode, JsonNode | undefined>([[value, undefined]]);
    for (const at of reached.keys()) {
      const known = this.#known.get(at);
      if (known === false) continue;
      const texts = known ? [] : stringsWithin(at).map((node) => stringOf(node) ?? "");
      if (known ?? texts.some(namesParameter)) {
        for (let on: JsonNode | undefined = at; on !== undefined; on = reached.get(on)) {
          this.#known.set(on, true);
        }
        return true;
      }
      for (const variable of texts.flatMap((text) => referencedVariables(this.#template, text))) {
        if (!reached.has(variable)) reached.set(variable, at);
      }
    }
    for (const at of reached.keys()) this.#known.set(at, false);
    return false;
  }
}

/** Whether a text names a parameter in an expression. */
export function namesParameter(text: string): boolean {
  return referencesTo("parameters", text).length > 0;
}

/** The strings in a value, property names left out; cheap for small values of large documents. */
export function stringsWithin(value: JsonNode | undefined): JsonNode[] {
  if (value === undefined) return [];
  if (value.type === "string") return [value];
  const below = [...itemsOf(value), ...propertiesOf(value).map((property) => property.value)];
  return below.flatMap(stringsWithin);
}
