import { insideExpression } from "../inside-expression.ts";
import { stringMatches, type WrittenString } from "../search/string-matches.ts";
import type { Template } from "../template.ts";

/** A reference as it is written, whether or not the template engine would follow it. */
interface WrittenReference {
  /** Where it stands in the file. */
  at: number;
  isInExpression: boolean;
  /** The property asked for right behind it. */
  property: string | undefined;
}

/** References by the name they refer to, in lower case. */
export type ReferencesByName = ReadonlyMap<string, readonly WrittenReference[]>;

const behind = String.raw`\s*\(\s*'(?<name>[^']*)'\s*\)(?:\s*\.\s*(?<dotted>\w+)|\s*\[\s*'(?<indexed>[^']*)'\s*\])?`;
const kinds = {
  // Workflow definitions have parameters too, and refer to them with an @.
  parameters: { pattern: new RegExp(`parameters${behind}`, "gi"), marks: /(?<!\\)["[@]/g },
  variables: { pattern: new RegExp(`variables${behind}`, "gi"), marks: /(?<!\\)["[]/g },
};

/** All references to parameters or to variables of a template. */
export function writtenReferences(
  template: Template,
  kind: "parameters" | "variables",
): ReferencesByName {
  const { pattern, marks } = kinds[kind];
  const byName = new Map<string, WrittenReference[]>();
  let current: WrittenString | undefined;
  let isInside = insideExpression("");
  for (const { match, at, string } of stringMatches(template, pattern)) {
    if (string !== current) isInside = insideExpression(string.text, marks);
    current = string;
    const { name = "", dotted, indexed } = match.groups ?? {};
    const isInExpression = isInside(match.index);
    const reference = { at, isInExpression, property: dotted ?? indexed };
    const known = byName.get(name.toLowerCase());
    if (known === undefined) byName.set(name.toLowerCase(), [reference]);
    else known.push(reference);
  }
  return byName;
}
