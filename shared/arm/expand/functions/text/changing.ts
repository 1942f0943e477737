import { fail } from "../../evaluate/failure.ts";
import { integerAt, optionalText, textAt } from "../arguments.ts";
import { pure, type FunctionTable } from "../template-function.ts";
import { isArray } from "../../values/value-types.ts";
import { checkLength, textOf } from "./joining.ts";

export const changing: FunctionTable = {
  tolower: pure(1, "string", (args) => textAt(args, 0).toLowerCase()),
  toupper: pure(1, "string", (args) => textAt(args, 0).toUpperCase()),
  trim: pure(1, "string", (args) => textAt(args, 0).trim()),
  substring: pure([2, 3], "string", (args) => substring(textAt(args, 0), args)),
  replace: pure(3, "string", (args, { work }) => {
    const [text, old, replacement] = [textAt(args, 0), textAt(args, 1), textAt(args, 2)];
    if (old === "") return text;
    const parts = text.split(old);
    work.spend(parts.length);
    checkLength(text.length + (parts.length - 1) * (replacement.length - old.length), work);
    return parts.join(replacement);
  }),
  split: pure(2, "array", (args, { work }) => {
    const text = textAt(args, 0);
    const marks = args[1] ?? null;
    const delimiters = (isArray(marks) ? marks : [marks]).map((mark, at) =>
      typeof mark === "string" ? mark : fail(`delimiter ${at + 1} must be a string`),
    );
    return delimiters.reduce(
      (parts, delimiter) => {
        work.spend(parts.length);
        return splitAll(parts, delimiter);
      },
      [text],
    );
  }),
  padleft: pure([2, 3], "string", (args, { work }) => {
    const [value = null] = args;
    const length = integerAt(args, 1);
    const filler = optionalText(args, 2) ?? " ";
    if (filler.length !== 1) fail("the padding must be one character");
    checkLength(length, work);
    return textOf(value, work).padStart(length, filler);
  }),
  startswith: pure(2, "bool", (args) => lower(args, 0).startsWith(lower(args, 1))),
  endswith: pure(2, "bool", (args) => lower(args, 0).endsWith(lower(args, 1))),
};

function lower(args: Parameters<typeof textAt>[0], at: number): string {
  return textAt(args, at).toLowerCase();
}

function substring(text: string, args: Parameters<typeof textAt>[0]): string {
  const start = integerAt(args, 1);
  const length = args[2] === undefined ? text.length - start : integerAt(args, 2);
  if (start < 0 || length < 0 || start + length > text.length) {
    return fail(
      `characters ${start} to ${start + length} were asked of a string of ${text.length} characters`,
    );
  }
  return text.slice(start, start + length);
}

function splitAll(parts: readonly string[], delimiter: string): string[] {
  return delimiter === "" ? [...parts] : parts.flatMap((part) => part.split(delimiter));
}
