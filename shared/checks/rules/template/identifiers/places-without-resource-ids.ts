import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf } from "../../../../arm/json/node.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { TypeChain } from "../../../../arm/template/search/type-chain.ts";

/** Resources with ids of their own, everywhere or below one property. */
const places: readonly { type: RegExp; below?: string }[] = [
  { type: /^microsoft\.logic\/workflows$/i },
  { type: /^microsoft\.portal\/dashboards$/i },
  { type: /^microsoft\.apimanagement\/service\/backends$/i },
  { type: /backends$/i, below: "properties" },
  { type: /^microsoft\.documentdb\/databaseaccounts\/\w*\/collections$/i },
  { type: /^microsoft\.documentdb\/databaseaccounts\/sqldatabases/i, below: "resource" },
  { type: /^microsoft\.insights\/webtests/i, below: "locations" },
  { type: /config/i },
];

/** Tells for the objects of a template whether their ids are those of Azure resources at all. */
export class PlacesWithoutResourceIds {
  readonly #resources: JsonNode | undefined;
  readonly #types: TypeChain;
  readonly #known = new Map<JsonNode, boolean>();

  constructor(template: Template, resources: JsonNode | undefined) {
    this.#resources = resources;
    this.#types = new TypeChain(template);
  }

  has(owner: JsonNode): boolean {
    const known = this.#known.get(owner) ?? this.#judge(owner);
    this.#known.set(owner, known);
    return known;
  }

  #judge(owner: JsonNode): boolean {
    const names = namesAround(owner, this.#resources);
    // A symbolic name says nothing of what it stands for.
    const within = this.#resources?.type === "object" ? names.slice(0, -1) : names;
    if (within[0] === "tags" || within.includes("metadata")) return true;
    if (/^(?:parameters|outputs)$/.test(within.at(-1) ?? "")) return true;
    return [...this.#types.from(owner)].some((type) =>
      places.some(
        (place) =>
          place.type.test(type) && (place.below === undefined || within.includes(place.below)),
      ),
    );
  }
}

/** The names of the properties an object stands in, innermost first, in lower case. */
function namesAround(node: JsonNode, end: JsonNode | undefined): string[] {
  const names: string[] = [];
  for (let at: JsonNode | undefined = node; at !== undefined && at !== end; at = at.parent) {
    const name = at.type === "property" ? at.children?.[0] : undefined;
    if (name !== undefined) names.push(String(name.value).toLowerCase());
  }
  return names;
}

/** The name of a property, after that of the property its object is the value of. */
export function longName(owner: JsonNode, name: string): string {
  const key = owner.parent?.type === "property" ? owner.parent.children?.[0] : undefined;
  return `${stringOf(key) ?? ""}.${name}`;
}
