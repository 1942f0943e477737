type Rule = (actual: unknown, wanted: never, place: string) => string[];

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with a value, each line with its place; nothing when it is as wanted. */
export function mismatches(actual: unknown, wanted: unknown, place = "$"): string[] {
  if (Array.isArray(wanted)) return inOrder(actual, wanted, place);
  if (typeof wanted !== "object" || wanted === null) {
    return actual === wanted ? [] : [`${place} is ${shown(actual)}, not ${shown(wanted)}`];
  }
  const entries = Object.entries(wanted);
  const isRules = entries.length > 0 && entries.every(([name]) => name.startsWith("$"));
  if (isRules) {
    return entries.flatMap(([name, value]) => ruleOf(name)(actual, value as never, place));
  }
  if (typeof actual !== "object" || actual === null || Array.isArray(actual)) {
    return [`${place} is ${shown(actual)}, not an object`];
  }
  return entries.flatMap(([name, value]) =>
    mismatches((actual as Record<string, unknown>)[name], value, `${place}.${name}`),
  );
}

function inOrder(actual: unknown, wanted: readonly unknown[], place: string): string[] {
  if (!Array.isArray(actual)) return [`${place} is ${shown(actual)}, not a list`];
  if (actual.length !== wanted.length) {
    return [`${place} has ${actual.length} entries, not ${wanted.length}: ${shown(actual)}`];
  }
  return wanted.flatMap((one, index) => mismatches(actual[index], one, `${place}[${index}]`));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

const listed = (actual: unknown, place: string, look: (list: unknown[]) => string[]): string[] =>
  Array.isArray(actual) ? look(actual) : [`${place} is ${shown(actual)}, not a list`];

const rules: Readonly<Record<string, Rule>> = {
  $type: (actual, wanted: string, place) => {
    const isMeant =
      typeOf(actual) === wanted || (wanted === "number" && typeof actual === "number");
    return isMeant ? [] : [`${place} is ${shown(actual)}, not of type ${wanted}`];
  },
  $regex: (actual, wanted: string, place) =>
    typeof actual === "string" && new RegExp(wanted, "u").test(actual)
      ? []
      : [`${place} is ${shown(actual)}, which does not match ${wanted}`],
  $oneOf: (actual, wanted: readonly unknown[], place) =>
    wanted.some((one) => mismatches(actual, one, place).length === 0)
      ? []
      : [`${place} is ${shown(actual)}, none of ${shown(wanted)}`],
  $not: (actual, wanted: unknown, place) =>
    mismatches(actual, wanted, place).length > 0
      ? []
      : [`${place} is ${shown(actual)}, which it must not be`],
  $absent: (actual, _wanted: never, place) =>
    actual === undefined ? [] : [`${place} is ${shown(actual)}, but must not be there`],
  $time: (actual, _wanted: never, place) =>
    typeof actual === "string" && time.test(actual)
      ? []
      : [`${place} is ${shown(actual)}, not an RFC 3339 time`],
  $each: (actual, wanted: unknown, place) =>
    listed(actual, place, (list) =>
      list.flatMap((one, index) => mismatches(one, wanted, `${place}[${index}]`)),
    ),
  $some: (actual, wanted: unknown, place) =>
    listed(actual, place, (list) =>
      list.some((one) => mismatches(one, wanted, place).length === 0)
        ? []
        : [`${place} has no entry like ${shown(wanted)}: ${shown(actual)}`],
    ),
  $first: (actual, wanted: unknown, place) =>
    listed(actual, place, (list) => mismatches(list[0], wanted, `${place}[0]`)),
  $range: (actual, [least, most]: [number, number], place) =>
    typeof actual === "number" && actual >= least && actual <= most
      ? []
      : [`${place} is ${shown(actual)}, not between ${least} and ${most}`],
};

function ruleOf(name: string): Rule {
  const rule = rules[name];
  if (!rule) throw new Error(`no matcher ${name}; there are ${Object.keys(rules).join(", ")}`);
  return rule;
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? "missing").slice(0, 200);
