import type { JsonNode } from "../../json/json-document.ts";
import { propertiesOf, type JsonProperty } from "../../json/node.ts";

/** Every property at any depth whose name fits; subtrees called "parent…" are not looked into. */
export function* matchingProperties(
  node: JsonNode | undefined,
  name: RegExp,
  without: ReadonlySet<JsonNode>,
): Generator<JsonProperty & { owner: JsonNode }> {
  const waiting = node === undefined ? [] : [node];
  for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop()) {
    if (without.has(owner)) continue;
    const properties = propertiesOf(owner);
    for (const property of properties) {
      if (name.test(property.name)) yield { ...property, owner };
    }
    const below = owner.type === "array" ? (owner.children ?? []) : deeper(properties);
    for (const child of below.toReversed()) waiting.push(child);
  }
}

function deeper(properties: readonly JsonProperty[]): JsonNode[] {
  return properties.filter((it) => !/^parent/i.test(it.name)).map((it) => it.value);
}
