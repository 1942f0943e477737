import type { Node } from "jsonc-parser";
import type { JsonProblem } from "./json-problem.ts";

/** Property names written twice in one object; the last one counts, which reviewers do not expect. */
export function duplicateNames(root: Node): JsonProblem[] {
  const problems: JsonProblem[] = [];
  const visit = (node: Node): void => {
    if (node.type === "object") reportDuplicates(node, problems);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return problems;
}

function reportDuplicates(node: Node, problems: JsonProblem[]): void {
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const key = property.children?.[0];
    if (key === undefined) continue;
    const name = String(key.value).toLowerCase();
    if (seen.has(name)) {
      const message = `the property name ${String(key.value)} is written twice in one object`;
      problems.push({ kind: "syntax", message, offset: key.offset });
    }
    seen.add(name);
  }
}
