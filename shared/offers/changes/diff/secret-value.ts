import type { JsonObject } from "../../json-fields.ts";
import { withoutSecrets } from "../../secrets.ts";

/** Stands where a secret stood: it can be compared, and nothing that shows or writes it can tell it. */
export class SecretValue {
  readonly #text: string;

  constructor(value: unknown) {
    this.#text = JSON.stringify(value, inOrder);
  }

  equals(other: SecretValue): boolean {
    return this.#text === other.#text;
  }
}

/** No field of an offer lies as deep; what does is not looked at. */
const deepest = 200;

const isContainer = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null;

function inOrder(_name: string, value: unknown): unknown {
  if (!isContainer(value) || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

// What the open document lacks, or has in another form, is a secret.
function sealed(value: unknown, open: unknown, depth = 0): unknown {
  if (!isContainer(value)) return value === open ? value : new SecretValue(value);
  if (depth > deepest) return "…";
  if (Array.isArray(value)) {
    if (!Array.isArray(open)) return new SecretValue(value);
    const shown = open as readonly unknown[];
    return (value as readonly unknown[]).map((item, at) => sealed(item, shown[at], depth + 1));
  }
  if (!isContainer(open) || Array.isArray(open)) return new SecretValue(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      sealed(inner, Object.hasOwn(open, name) ? open[name] : undefined, depth + 1),
    ]),
  );
}

/** The document with every secret replaced by something that can only be compared. */
export const sealSecrets = (document: JsonObject): unknown =>
  sealed(document, withoutSecrets(document));
