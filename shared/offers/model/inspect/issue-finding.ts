import type { z } from "zod";
import type { Finding } from "../../../findings/finding.ts";
import type { PrerequisiteRule } from "../../prerequisites/prerequisite-rule.ts";
import type { FieldNotes } from "../notes.ts";
import { problemAt } from "./model-finding.ts";
import type { Part } from "./part.ts";
import { notesAt } from "./schema-walk.ts";

type Issue = z.core.$ZodIssue;

interface Reading {
  readonly general: PrerequisiteRule;
  readonly message: string;
  readonly fix?: string;
}

/** What zod has against a part, in the words of the offer editor. */
export function issueFinding(part: Part, issue: Issue): Finding {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const known = notesAt(part.schema, path) ?? unknownField;
  const value = path.reduce<unknown>(inside, part.value);
  const { general, message, fix } = readingOf(issue, known, value);
  const rule = general === "plan-package-version" ? general : (known.rule ?? general);
  const place = { tab: known.tab, label: known.label, path: [...part.path, ...path] };
  return problemAt(rule, place, { message, fix: known.fix ?? fix ?? fixOf(known) });
}

const unknownField: FieldNotes = {
  tab: "Offer Settings",
  label: "Offer",
  need: "required",
  what: "The offer document.",
};

const inside = (value: unknown, step: string | number): unknown =>
  typeof value === "object" && value !== null
    ? (value as Record<string | number, unknown>)[step]
    : undefined;

const fixOf = ({ label, form }: FieldNotes): string =>
  form === undefined ? `Correct ${label}.` : `Enter ${form}.`;

function readingOf(issue: Issue, known: FieldNotes, value: unknown): Reading {
  const { label } = known;
  if (issue.code === "invalid_key") return versionReading(String(issue.path.at(-1)));
  if (value === undefined || isEmptyObject(value)) {
    const fix = known.form === undefined ? `Fill in ${label}.` : `Enter ${known.form}.`;
    return { general: "offer-field-required", message: `${label} is missing.`, fix };
  }
  if (issue.code === "invalid_type") return typeReading(label, issue.expected);
  if (issue.code === "too_big") return sizeReading(label, value, Number(issue.maximum), "most");
  if (issue.code === "too_small") return sizeReading(label, value, Number(issue.minimum), "least");
  const form = known.form ?? "what it has to be";
  return { general: "offer-field-malformed", message: `${label} is not ${form}.` };
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;

const versionReading = (version: string): Reading => ({
  general: "plan-package-version",
  message: `"${version.slice(0, 40)}" is not a package version.`,
  fix: "Use three numbers with dots between, such as 1.0.2.",
});

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function typeReading(label: string, expected: string): Reading {
  const name = typeNames[expected] ?? expected;
  const fix = `Write it as ${name}.`;
  return { general: "offer-field-malformed", message: `${label} is not ${name}.`, fix };
}

function sizeReading(
  label: string,
  value: unknown,
  limit: number,
  bound: "most" | "least",
): Reading {
  if (typeof value === "number") {
    const message = `${label} is ${String(value)}; at ${bound} ${String(limit)} is allowed.`;
    return { general: "offer-field-malformed", message };
  }
  const [size, unit] = Array.isArray(value)
    ? [value.length, "entries"]
    : [String(value).trim().length, "characters"];
  const message = `${label} has ${String(size)} ${unit}; at ${bound} ${String(limit)} are allowed.`;
  if (bound === "least") return { general: "offer-field-required", message };
  const over = String(size - limit);
  const fix = unit === "entries" ? `Remove ${over}.` : `Shorten it by ${over} characters.`;
  return { general: "offer-field-too-long", message, fix };
}
