import type { Work } from "../evaluate/work.ts";
import { ArmObject, type ArmValue } from "./arm-value.ts";
import { quoted, Symbolic } from "./symbolic.ts";
import { step } from "./traverse.ts";
import { isArray } from "./value-types.ts";

/** A value as JSON. */
export type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain };

const deepestShown = 200;

/** A value as it stands in a snapshot: what is not known is the expression that gives it. */
export function toPlain(value: ArmValue, work: Work, depth = 0): Plain {
  work.spend(1);
  if (depth > deepestShown) return "…";
  if (value instanceof Symbolic || typeof value === "string") {
    const text = plainText(value);
    work.spendText(text.length);
    return text;
  }
  return mapped(value, work, (child) => toPlain(child, work, depth + 1));
}

/** A string of a snapshot; text that only looks like an expression is escaped as in a template. */
export function plainText(value: string | Symbolic): string {
  if (value instanceof Symbolic) return `[${value.text}]`;
  return value.startsWith("[") && value.endsWith("]") ? `[${value}` : value;
}

/** A wholly known value as the JSON that functions like `string` see. */
export function toJson(value: ArmValue, work: Work, depth = 0): Plain {
  step(work, depth);
  if (typeof value === "string") work.spendText(value.length);
  if (typeof value === "string") return value;
  if (value instanceof Symbolic) return value.text;
  return mapped(value, work, (child) => toJson(child, work, depth + 1));
}

/** JSON as a value; strings are text, never expressions. */
export function fromJson(json: unknown, work: Work, depth = 0): ArmValue {
  step(work, depth);
  if (Array.isArray(json)) return json.map((item: unknown) => fromJson(item, work, depth + 1));
  if (typeof json === "object" && json !== null) {
    return ArmObject.of(
      Object.entries(json).map(([name, item]) => [name, fromJson(item, work, depth + 1)]),
    );
  }
  const isPlain = typeof json === "string" || typeof json === "boolean";
  return isPlain || typeof json === "number" ? json : null;
}

/** A value as it is written inside an expression. */
export function expressionText(value: ArmValue, work: Work, depth = 0): string {
  step(work, depth);
  if (typeof value === "string") return quoted(value);
  if (value instanceof Symbolic) return value.text;
  if (value === null || typeof value === "boolean") return `${String(value)}()`;
  if (typeof value === "number") return String(value);
  const items = isArray(value) ? value : value.entries.flat();
  work.spend(items.length);
  const shown = items.slice(0, 20).map((item) => expressionText(item, work, depth + 1));
  const more = items.length > shown.length ? ", …" : "";
  return `${isArray(value) ? "createArray" : "createObject"}(${shown.join(", ")}${more})`;
}

function mapped(
  value: Exclude<ArmValue, string | Symbolic>,
  work: Work,
  each: (child: ArmValue) => Plain,
): Plain {
  if (isArray(value)) return value.map(each);
  if (!(value instanceof ArmObject)) return value;
  return Object.fromEntries(
    value.entries.map(([name, child]) => {
      work.spendText(name.length);
      return [name, each(child)];
    }),
  );
}
