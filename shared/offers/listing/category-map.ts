import { objectOf } from "../json-fields.ts";
import type { JsonObject } from "../json-fields.ts";
import { categoryLevels } from "./categories.ts";
import { nearestName } from "./nearest-name.ts";

/** What is wrong with a category map. `path` starts inside the map: `[0, "categoryL1"]`. */
export interface CategoryProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

const mostCategories = 5;
const l2 = "categoryL2-";

const shown = (value: unknown): string =>
  typeof value === "string" ? `"${value.slice(0, 80)}"` : "The value";

const advice = (said: unknown, known: readonly string[]): string => {
  const near = typeof said === "string" ? nearestName(said, known) : undefined;
  return near === undefined ? `Use one of: ${known.join(", ")}.` : `Did you mean "${near}"?`;
};

/** Checks a `categoryMap`: 1 to 5 categories, each once, each with subcategories of its own. */
export function checkCategoryMap(value: unknown): readonly CategoryProblem[] {
  if (!Array.isArray(value)) {
    const message = "The category map is not a list.";
    const fix = `Write a list of objects: [{"categoryL1": "networking", "categoryL2-networking": ["firewalls"]}].`;
    return [{ path: [], message, fix }];
  }
  const entries = value as readonly unknown[];
  if (entries.length < 1 || entries.length > mostCategories) {
    const message = `The category map has ${String(entries.length)} categories; 1 to ${String(mostCategories)} are allowed.`;
    return [{ path: [], message, fix: "Choose one to five categories." }];
  }
  const names = entries.map((entry) => objectOf(entry)["categoryL1"]);
  return entries.flatMap((entry, at) => [
    ...checkName(names[at], at, names.indexOf(names[at]) < at),
    ...checkSubcategories(objectOf(entry), at),
  ]);
}

function checkName(name: unknown, at: number, isSecond: boolean): CategoryProblem[] {
  const path = [at, "categoryL1"];
  if (typeof name !== "string" || !categoryLevels.has(name)) {
    const known = [...categoryLevels.keys()];
    const message =
      name === undefined ? "A category lacks its categoryL1." : `${shown(name)} is not a category.`;
    return [{ path, message, fix: advice(name, known) }];
  }
  if (!isSecond) return [];
  const message = `The category "${name}" is listed twice.`;
  return [{ path, message, fix: "Keep one, with all its subcategories." }];
}

function checkSubcategories(entry: JsonObject, at: number): CategoryProblem[] {
  const name = entry["categoryL1"];
  // With an unknown category there is nothing to hold its subcategories against.
  if (typeof name !== "string" || !categoryLevels.has(name)) return [];
  return Object.keys(entry)
    .filter((key) => key.startsWith(l2))
    .flatMap((key) => {
      if (key === l2 + name) return checkList(entry[key], [at, key], name);
      const message = `"${key}" does not belong to the category "${name}".`;
      return [{ path: [at, key], message, fix: `Name it "${l2}${name}", or remove it.` }];
    });
}

function checkList(
  value: unknown,
  path: readonly (string | number)[],
  category: string,
): CategoryProblem[] {
  if (!Array.isArray(value)) {
    const message = `The subcategories of "${category}" are not a list.`;
    return [{ path, message, fix: "Write them as a list of text." }];
  }
  const known = categoryLevels.get(category) ?? [];
  const list = value as readonly unknown[];
  if (list.length > known.length) {
    const message = `"${category}" has ${String(list.length)} subcategories listed; there are ${String(known.length)}.`;
    return [{ path, message, fix: `Choose among: ${known.join(", ")}.` }];
  }
  return list.flatMap((said, at) => {
    const here = [...path, at];
    if (typeof said !== "string" || !known.includes(said)) {
      const message = `${shown(said)} is not a subcategory of "${category}".`;
      return [{ path: here, message, fix: advice(said, known) }];
    }
    if (list.indexOf(said) === at) return [];
    const message = `The subcategory "${said}" is listed twice.`;
    return [{ path: here, message, fix: "Keep one of them." }];
  });
}
