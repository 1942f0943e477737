import { fail } from "../../evaluate/failure.ts";
import type { Work } from "../../evaluate/work.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import { expressionText, toJson } from "../../values/plain.ts";
import { joinedText, Symbolic, worse, type Cause } from "../../values/symbolic.ts";
import { unknownCause } from "../../values/traverse.ts";
import { isArray, typeOf } from "../../values/value-types.ts";
import { arrayAt, textAt, wrong } from "../arguments.ts";
import { many, pure, symbolic, type FunctionTable } from "../template-function.ts";
import { formatNumber } from "./format-number.ts";

export const joining: FunctionTable = {
  concat: symbolic([0, many], "any", (args, { work }) => concat(args, work)),
  format: symbolic([1, many], "string", (args, { work }) => format(args, work)),
  join: pure(2, "string", (args, { work }) => {
    const texts = arrayAt(args, 0).map((item) => textOf(item, work));
    return bounded(texts, textAt(args, 1), work);
  }),
  string: pure(1, "string", ([value = null], { work }) => textOf(value, work)),
};

function concat(args: readonly ArmValue[], work: Work): ArmValue {
  const types = args.map(typeOf);
  if (types.includes("array")) return concatArrays(args, work);
  if (args.length > 0 && args.every((arg) => arg instanceof Symbolic && arg.type === "any")) {
    return unknownResult("concat", args, work);
  }
  return checked(
    args.map((arg) => pieceOf(arg, work)),
    work,
  );
}

function concatArrays(args: readonly ArmValue[], work: Work): ArmValue {
  const items: ArmValue[] = [];
  for (const [at, arg] of args.entries()) {
    if (arg instanceof Symbolic) return unknownResult("concat", args, work, "array");
    if (!isArray(arg)) return wrong(arg, at, "an array, as others are");
    work.spend(arg.length);
    for (const item of arg) items.push(item);
  }
  return items;
}

function unknownResult(
  name: string,
  args: readonly ArmValue[],
  work: Work,
  type: "any" | "array" | "string" = "any",
): Symbolic {
  let cause: Cause = "start";
  for (const arg of args) cause = worse(unknownCause(arg, work), cause);
  const texts = args.map((arg) => expressionText(arg, work));
  return new Symbolic(type, cause, `${name}(${texts.join(", ")})`);
}

function pieceOf(value: ArmValue, work: Work): string | Symbolic {
  if (value instanceof Symbolic && value.type === "string") return value;
  if (value instanceof Symbolic) return new Symbolic("string", value.cause, value.text);
  if (value === null) return "";
  return textOf(value, work);
}

function checked(pieces: readonly (string | Symbolic)[], work: Work): string | Symbolic {
  let length = 0;
  for (const piece of pieces) length += typeof piece === "string" ? piece.length : 1;
  checkLength(length, work);
  return joinedText(pieces);
}

function bounded(texts: readonly string[], delimiter: string, work: Work): string {
  const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0);
  checkLength(length, work);
  return texts.join(delimiter);
}

/** Refuses strings longer than Azure allows, before they are made. */
export function checkLength(length: number, work: Work): void {
  if (length > work.limits.textLength) {
    fail(
      `the string would have ${length} characters; at most ${work.limits.textLength} are allowed`,
    );
  }
  work.spendText(length);
}

/** What `string` gives: JSON for arrays and objects. */
export function textOf(value: ArmValue, work: Work): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = JSON.stringify(toJson(value, work));
  checkLength(text.length, work);
  return text;
}

const hole = /\{\{|\}\}|\{(\d+)(?:,(-?\d{1,3}))?(?::([^}]*))?\}/g;

function format(args: readonly ArmValue[], work: Work): ArmValue {
  const [pattern = "", ...values] = args;
  if (typeof pattern !== "string") return unknownResult("format", args, work, "string");
  const pieces: (string | Symbolic)[] = [];
  let from = 0;
  for (const hit of pattern.matchAll(hole)) {
    pieces.push(pattern.slice(from, hit.index), filled(hit, values, work));
    from = hit.index + hit[0].length;
  }
  return checked([...pieces, pattern.slice(from)], work);
}

function filled(hit: RegExpMatchArray, values: readonly ArmValue[], work: Work): string | Symbolic {
  const [whole, place, width, specifier] = hit;
  if (place === undefined) return whole.slice(1);
  const value = values[Number(place)];
  if (value === undefined) return fail(`the format asks for value {${place}}, which is not given`);
  if (value instanceof Symbolic) return pieceOf(value, work);
  const isNumber = typeof value === "number" && specifier !== undefined;
  if (!isNumber && unknownCause(value, work) !== undefined) {
    return unknownResult("string", [value], work, "string");
  }
  const text = isNumber ? formatNumber(value, specifier) : textOf(value, work);
  const columns = Number(width ?? 0);
  return columns < 0 ? text.padEnd(-columns) : text.padStart(columns);
}
