import type { Finding } from "../../findings/finding.ts";

const mostFindings = 20;
// Table rows are read whole with every Status tab, and their properties end at 64 KiB of UTF-16.
const mostCharacters = 16_000;
const weight: Readonly<Record<Finding["severity"], number>> = {
  error: 0,
  warning: 1,
  information: 2,
};

/** The gravest findings that fit into a step's row; the report holds all of them. */
export function firstFindings(findings: readonly Finding[]): readonly Finding[] {
  const gravest = [...findings].sort((a, b) => weight[a.severity] - weight[b.severity]);
  const kept: Finding[] = [];
  let characters = 0;
  for (const finding of gravest.slice(0, mostFindings)) {
    characters += JSON.stringify(finding).length;
    if (characters > mostCharacters) break;
    kept.push(finding);
  }
  return kept;
}
