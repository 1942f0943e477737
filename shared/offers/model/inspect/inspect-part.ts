import type { z } from "zod";
import type { Finding } from "../../../findings/finding.ts";
import { checkMarkup } from "../../prerequisites/markup-rules.ts";
import { issueFinding } from "./issue-finding.ts";
import { adviceAt } from "./model-finding.ts";
import type { Part } from "./part.ts";
import { notesOf, placesIn, shapeOf } from "./schema-walk.ts";
import { withoutBlanks } from "./without-blanks.ts";

/** Everything the model has against a part of a document. */
export function inspectPart(sent: Part): Finding[] {
  const part = { ...sent, value: withoutBlanks(sent.value) ?? {} };
  const { error } = part.schema.safeParse(part.value);
  return [
    ...(error?.issues ?? []).flatMap(innermost).map((issue) => issueFinding(part, issue)),
    ...missingAdvice(part),
    ...markupFindings(part),
  ];
}

type Issue = z.core.$ZodIssue;

/** What is wrong inside the one form of a union that was meant: the one whose own kind fits. */
function innermost(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((issues) => issues.every(({ path }) => path.length > 0));
  if (meant === undefined) return [issue];
  return meant.flatMap((one) => innermost({ ...one, path: [...issue.path, ...one.path] }));
}

/** Fields that are better filled in. */
function missingAdvice({ schema, value, path }: Part): Finding[] {
  const there = new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const known = notesOf(field);
    if (known?.need !== "recommended" || there.has(name)) return [];
    const place = { tab: known.tab, label: known.label, path: [...path, name] };
    const fix = known.fix ?? `Fill in ${known.label}.`;
    return [
      adviceAt("offer-field-recommended", place, { message: `${known.label} is missing.`, fix }),
    ];
  });
}

function markupFindings(part: Part): Finding[] {
  return [...placesIn({ ...part, path: [] })].flatMap(({ schema, value, path }) => {
    const known = notesOf(schema);
    if (known?.isMarkup !== true || typeof value !== "string") return [];
    const place = { tab: known.tab, label: known.label, path: [...part.path, ...path] };
    return checkMarkup(value, place);
  });
}
