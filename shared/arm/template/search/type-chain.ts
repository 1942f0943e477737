import type { JsonNode } from "../../json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../json/node.ts";
import { deploymentType } from "../resource.ts";
import type { Template } from "../template.ts";

/** The `type` of objects of one template, and of what they stand in. */
export class TypeChain {
  readonly #root: JsonNode;
  readonly #own = new Map<JsonNode, string | undefined>();

  constructor(template: Template) {
    this.#root = template.node;
  }

  /** The object itself and those around it, innermost first, as far as they have a type. */
  *from(node: JsonNode): Generator<string> {
    for (let at: JsonNode | undefined = node; at !== undefined; at = at.parent) {
      const type = this.#typeOf(at);
      if (type !== undefined && type !== "") yield type;
      if (at === this.#root) return;
    }
  }

  /**
   * A resource's type with those of the resources it is nested in. A type written in full counts
   * alone, and a deployment is no part of the types that it deploys.
   */
  fullType(node: JsonNode): string {
    const [own = "", ...around] = this.from(node);
    const types = [own];
    for (const type of around) {
      const isContained = types.some((it) => it.toLowerCase().includes(type.toLowerCase()));
      if (!isContained && !sameText(type, deploymentType)) types.unshift(type);
    }
    return types.join("/");
  }

  #typeOf(node: JsonNode): string | undefined {
    if (node.type !== "object") return undefined;
    if (!this.#own.has(node)) this.#own.set(node, stringOf(valueAt(node, "type")));
    return this.#own.get(node);
  }
}
