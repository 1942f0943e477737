import { z } from "zod";
import { notesOf } from "../../../shared/offers/model/inspect/schema-walk.ts";
import type { FieldNotes } from "../../../shared/offers/model/notes.ts";

/** A field of the model, by the way a client writes it. */
export interface ModelField {
  /** As `definition.plans[].planId`; a version of a package is `{X.Y.Z}`. */
  readonly path: string;
  readonly notes: FieldNotes;
}

/** Every noted field below a schema, in the model's order, each path once. */
export function modelFields(schema: z.core.$ZodType, at = ""): readonly ModelField[] {
  const fields = new Map<string, ModelField>();
  for (const field of fieldsBelow(schema, at)) {
    if (!fields.has(field.path)) fields.set(field.path, field);
  }
  return [...fields.values()];
}

function* fieldsBelow(schema: z.core.$ZodType, path: string): Iterable<ModelField> {
  const notes = notesOf(schema);
  if (notes !== undefined && !path.endsWith("[]")) yield { path, notes };
  for (const [step, inner] of below(schema)) yield* fieldsBelow(inner, path + step);
}

function below(schema: z.core.$ZodType): readonly (readonly [string, z.core.$ZodType])[] {
  if (schema instanceof z.ZodOptional) return below(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => ["", option] as const);
  if (schema instanceof z.ZodArray) return [["[]", schema.element]];
  if (schema instanceof z.ZodRecord) return [[".{X.Y.Z}", schema.valueType]];
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, inner]) => [`.${name}`, inner] as const);
}
