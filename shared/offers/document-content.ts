import type { JsonObject } from "./json-fields.ts";
import { objectOf } from "./json-fields.ts";

// Set by the server, or by CPP's own in their time; a client's values are ignored.
const serverFields = new Set([
  "version",
  "status",
  "changedTime",
  "eTag",
  "Etag",
  "etag",
  "pcMigrationStatus",
  "pcRedirectUri",
  "isvUpgradeRequest",
]);

/** A document without what the server sets. */
export const contentOf = (document: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !serverFields.has(name)));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(objectOf(value)[name])]));
};

/** Whether two documents say the same, whatever the order of their fields. */
export const isSameContent = (a: JsonObject, b: JsonObject): boolean =>
  JSON.stringify(sorted(contentOf(a))) === JSON.stringify(sorted(contentOf(b)));
