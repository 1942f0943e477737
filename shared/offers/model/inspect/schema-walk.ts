import { z } from "zod";
import { type FieldNotes, notes } from "../notes.ts";

/** The schema inside wrappers such as optional. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}

/** What is known of a field: noted on it, or on what it wraps. */
export const notesOf = (schema: z.core.$ZodType): FieldNotes | undefined =>
  notes.get(schema) ?? (schema instanceof z.ZodOptional ? notesOf(schema.unwrap()) : undefined);

/** The fields of an object schema; none of any other. */
export function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const inner = bare(schema);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

/** A union and what it may be; any other schema alone. */
const withOptions = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  const inner = bare(schema);
  return inner instanceof z.ZodUnion ? [schema, ...inner.options.flatMap(withOptions)] : [schema];
};

/** The schemas that a value one step below `schema` may have. */
function stepInto(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray)
    return typeof step === "number" ? withOptions(inner.element) : [];
  if (inner instanceof z.ZodRecord) return withOptions(inner.valueType);
  const shape = shapeOf(inner);
  const next = Object.hasOwn(shape, step) ? shape[step] : undefined;
  return next === undefined ? [] : withOptions(next);
}

/** The notes of the innermost noted field on the way. */
export function notesAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): FieldNotes | undefined {
  let found = notesOf(schema);
  let level: readonly z.core.$ZodType[] = [schema];
  for (const step of path) {
    level = level.flatMap((one) => stepInto(one, typeof step === "symbol" ? "" : step));
    found = level.map(notesOf).find((one) => one !== undefined) ?? found;
  }
  return found;
}

/** Lists are passed through to what they hold. */
const itemsOf = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  const inner = bare(schema);
  return inner instanceof z.ZodArray ? withOptions(inner.element) : [schema];
};

/** What is known of the field at each name on the way, list indexes left out. */
export function notesAlong(
  schema: z.core.$ZodType,
  names: readonly string[],
): readonly (FieldNotes | undefined)[] {
  let level: readonly z.core.$ZodType[] = [schema];
  return names.map((name) => {
    level = level.flatMap(itemsOf).flatMap((one) => stepInto(one, name));
    return level.map(notesOf).find((one) => one !== undefined);
  });
}

/** A value of a document with its schema. */
export interface Place {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/** Every value under a schema that the schema speaks of, with where it is. */
export function* placesIn(place: Place): Iterable<Place> {
  yield place;
  const { schema, value, path } = place;
  if (typeof value !== "object" || value === null) return;
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((inner: unknown, index) => [index, inner] as const)
    : Object.entries(value);
  for (const [step, inner] of entries) {
    for (const next of stepInto(schema, step)) {
      yield* placesIn({ schema: next, value: inner, path: [...path, step] });
    }
  }
}
