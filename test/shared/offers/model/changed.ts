import { fieldOf } from "../../../../shared/offers/changes/document-path.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";

interface FieldPath {
  readonly steps: readonly (string | number)[];
  /** As findings write it. */
  readonly text: string;
  readonly value: unknown;
}

/** Where a field of the model, such as `definition.plans[].planId`, first is in a document. */
export function pathIn(document: JsonObject, field: string): FieldPath {
  const found = walk(document, field, []);
  if (found === undefined) throw new Error(`The document has no ${field}.`);
  return { ...found, text: fieldOf(found.steps) };
}

function walk(
  value: unknown,
  rest: string,
  steps: readonly (string | number)[],
): Omit<FieldPath, "text"> | undefined {
  if (rest === "") return { steps, value };
  if (Array.isArray(value)) {
    if (!rest.startsWith("[]")) return undefined;
    return first(value.map((one, at) => walk(one, rest.slice(2), [...steps, at])));
  }
  if (typeof value !== "object" || value === null) return undefined;
  const below = rest.replace(/^\./, "");
  return first(
    Object.entries(value).map(([name, inner]) => {
      const said = below.startsWith("{X.Y.Z}") ? "{X.Y.Z}" : name;
      if (!below.startsWith(said)) return undefined;
      const after = below.slice(said.length);
      return /^(?:$|\.|\[)/.test(after) ? walk(inner, after, [...steps, name]) : undefined;
    }),
  );
}

const first = <T>(found: readonly (T | undefined)[]): T | undefined =>
  found.find((one) => one !== undefined);

/** The document with another value at a path; without the field when it is undefined. */
export function changed(document: JsonObject, { steps }: FieldPath, value: unknown): JsonObject {
  const copy = structuredClone(document);
  const holder = steps
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (at, step) => at[step] as Record<string | number, unknown>,
      copy as Record<string, unknown>,
    );
  const last = steps.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}
