import type { JsonNode } from "./json-document.ts";
import { propertiesOf, type JsonProperty } from "./node.ts";
import { countBefore } from "./spans.ts";

/** A property somewhere in a tree, with the object that holds it. */
export interface FoundProperty extends JsonProperty {
  owner: JsonNode;
}

interface Placed extends FoundProperty {
  /** Objects are visited from the outside in; this is the property's turn. */
  turn: number;
}

/** All properties and strings of a document in one walk: rules ask for them hundreds of times. */
export class TreeIndex {
  readonly #byName = new Map<string, Placed[]>();
  readonly #strings: JsonNode[] = [];
  #turns = 0;

  private constructor(root: JsonNode) {
    this.#visit(root, false);
  }

  static #known = new WeakMap<JsonNode, TreeIndex>();

  /** The index of the document that a node is in. */
  static of(node: JsonNode): TreeIndex {
    let root = node;
    while (root.parent !== undefined) root = root.parent;
    let index = TreeIndex.#known.get(root);
    if (index === undefined) {
      index = new TreeIndex(root);
      TreeIndex.#known.set(root, index);
    }
    return index;
  }

  #visit(node: JsonNode, isKey: boolean): void {
    if (node.type === "string" && !isKey) this.#strings.push(node);
    for (const property of propertiesOf(node)) {
      const name = property.name.toLowerCase();
      const placed = { ...property, owner: node, turn: this.#turns++ };
      const others = this.#byName.get(name);
      if (others === undefined) this.#byName.set(name, [placed]);
      else others.push(placed);
    }
    const isProperty = node.type === "property";
    node.children?.forEach((child, place) => {
      this.#visit(child, isProperty && place === 0);
    });
  }

  /** The properties of these names at or below a node, outer objects first. */
  properties(names: readonly string[], below: JsonNode): readonly FoundProperty[] {
    const wanted = [...new Set(names.map((name) => name.toLowerCase()))];
    const found = wanted.flatMap((name) =>
      within(this.#byName.get(name) ?? [], below, ownerOffset),
    );
    return wanted.length < 2 ? found : found.sort((a, b) => a.turn - b.turn);
  }

  /** The strings at or below a node that are no property names, in the order of the text. */
  strings(below: JsonNode): readonly JsonNode[] {
    return within(this.#strings, below, ownOffset);
  }
}

const ownerOffset = ({ owner }: Placed): number => owner.offset;
const ownOffset = ({ offset }: JsonNode): number => offset;

/** Those of a list sorted by offset that stand at or below a node. */
function within<T>(
  sorted: readonly T[],
  { offset, length }: JsonNode,
  offsetOf: (value: T) => number,
): readonly T[] {
  const from = countBefore(sorted, offset, offsetOf);
  return sorted.slice(from, countBefore(sorted, offset + length, offsetOf));
}
