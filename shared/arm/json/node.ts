import type { JsonNode } from "./json-document.ts";

/** One property of an object. */
export interface JsonProperty {
  name: string;
  key: JsonNode;
  value: JsonNode;
}

/** The properties of an object in their order; none for anything else. */
export function propertiesOf(node: JsonNode | undefined): JsonProperty[] {
  if (node?.type !== "object") return [];
  const properties: JsonProperty[] = [];
  for (const child of node.children ?? []) {
    const property = propertyAt(child);
    if (property !== undefined) properties.push(property);
  }
  return properties;
}

function propertyAt(node: JsonNode): JsonProperty | undefined {
  const [key, value] = node.children ?? [];
  if (key === undefined || value === undefined) return undefined;
  return { name: String(key.value), key, value };
}

/** Looks a property up whatever its letter case; the last one wins, as in the template engine. */
export function findProperty(node: JsonNode | undefined, name: string): JsonProperty | undefined {
  if (node?.type !== "object") return undefined;
  const wanted = name.toLowerCase();
  // Nothing is asked for as often as this, so no list of all properties is made for it.
  const found = node.children?.findLast((child) => isCalled(child, wanted));
  return found && propertyAt(found);
}

function isCalled(property: JsonNode, wanted: string): boolean {
  const key = property.children?.[0];
  if (key === undefined || property.children?.[1] === undefined) return false;
  const name = String(key.value);
  return name.length === wanted.length && name.toLowerCase() === wanted;
}

/** The value found by following property names from an object. */
export function valueAt(node: JsonNode | undefined, ...names: string[]): JsonNode | undefined {
  let value = node;
  for (const name of names) value = findProperty(value, name)?.value;
  return value;
}

/** The elements of an array; none for anything else. */
export function itemsOf(node: JsonNode | undefined): JsonNode[] {
  return node?.type === "array" ? (node.children ?? []) : [];
}

export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === "string" ? String(node.value) : undefined;
}

/** Whether a value counts as absent: no node, null, false, zero, an empty string or array. */
export function isMissing(node: JsonNode | undefined): boolean {
  if (node === undefined) return true;
  if (node.type === "array") return (node.children ?? []).length === 0;
  if (node.type === "object") return false;
  return !node.value;
}

/** Equality of names and values as templates see it: without regard to letter case. */
export function sameText(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
