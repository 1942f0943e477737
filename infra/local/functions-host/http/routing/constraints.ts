import { isDateTime } from "./date-time.ts";

/** Whether a route parameter's text is acceptable. */
export type Constraint = (value: string) => boolean;

const smallest = { int: -(2n ** 31n), long: -(2n ** 63n) };
const white = "[\\t-\\r ]*";
const integer = new RegExp(`^${white}([+-]?\\d+)${white}$`);
const decimal = new RegExp(`^${white}[+-]?(?:\\d[\\d,]*\\.?\\d*|\\.\\d+)[+-]?${white}$`);
const double = new RegExp(
  `^${white}(?:[+-]?(?:\\d[\\d,]*\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|nan|[+-]?infinity|∞|-∞)${white}$`,
  "i",
);
const digits = "[0-9a-f]";
const guid = new RegExp(
  `^\\s*(?:${digits}{32}|(\\{|\\()?${digits}{8}(?:-${digits}{4}){3}-${digits}{12}(\\}|\\))?)\\s*$`,
  "i",
);

const plain: Record<string, Constraint> = {
  int: (value) => isWithin(value, smallest.int),
  long: (value) => isWithin(value, smallest.long),
  guid: isGuid,
  bool: (value) => /^\s*(?:true|false)\s*$/i.test(value),
  alpha: (value) => /^[a-z]*$/i.test(value),
  decimal: (value) => decimal.test(value),
  double: (value) => double.test(value),
  float: (value) => double.test(value),
  datetime: isDateTime,
  required: (value) => value.length > 0,
  file: isFile,
  nonfile: (value) => !isFile(value),
};

const withArguments: Record<string, (text: string) => Constraint> = {
  length: (text) => {
    const [least, most = least] = text.split(",").map(whole);
    return (value) => value.length >= Number(least) && value.length <= Number(most);
  },
  minlength: (text) => {
    const least = Number(whole(text));
    return (value) => value.length >= least;
  },
  maxlength: (text) => {
    const most = Number(whole(text));
    return (value) => value.length <= most;
  },
  min: (text) => between(whole(text), undefined),
  max: (text) => between(undefined, whole(text)),
  range: (text) => {
    const [least, most] = text.split(",").map(whole);
    return between(least, most);
  },
  regex: (text) => {
    const expression = new RegExp(text, "i");
    return (value) => expression.test(value);
  },
};

/** The constraint a template names, for example `int` or `range(1,5)`; unknown ones are refused. */
export function constraint(text: string): Constraint {
  const match = /^([^(]*)(?:\((.*)\))?$/s.exec(text);
  const [, name = "", parameters] = match ?? [];
  const key = name.trim().toLowerCase();
  const made =
    parameters === undefined
      ? own(plain, key)
      : own(withArguments, key)?.(key === "regex" ? parameters : parameters.trim());
  if (made) return made;
  throw new SyntaxError(`The inline constraint '${text}' is not known.`);
}

function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function whole(text: string): bigint {
  const match = integer.exec(text);
  if (match) return BigInt(match[1]?.replace("+", "") ?? "");
  throw new SyntaxError(`'${text}' is not a whole number.`);
}

function isWithin(value: string, least: bigint): boolean {
  return integer.test(value) && whole(value) >= least && whole(value) < -least;
}

function between(least: bigint | undefined, most: bigint | undefined): Constraint {
  return (value) => {
    if (!isWithin(value, smallest.long)) return false;
    const number = whole(value);
    return (least === undefined || number >= least) && (most === undefined || number <= most);
  };
}

function isGuid(value: string): boolean {
  const match = guid.exec(value);
  if (!match) return false;
  const [, open = "", close = ""] = match;
  return ["", "{}", "()"].includes(open + close);
}

function isFile(value: string): boolean {
  const last = value.slice(value.lastIndexOf("/") + 1);
  return /\../.test(last);
}
