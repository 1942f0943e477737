/** A JSON object as a client sent it; nothing about its fields is certain. */
export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object; an empty one when it is none. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value as text without blanks around it; empty when it is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** The value as a list; empty when it is none. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];
