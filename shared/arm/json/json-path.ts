import type { JsonNode } from "./json-document.ts";

/** Where a node stands in its document, e.g. `resources[0].tags['cost centre']`; `$` for the root. */
export function jsonPathOf(node: JsonNode): string {
  const steps: string[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (parent.type === "array") steps.push(`[${(parent.children ?? []).indexOf(at)}]`);
    else if (parent.type === "property" && parent.children?.[1] === at) {
      steps.push(nameStep(String(parent.children[0]?.value)));
    } else if (parent.type === "property") {
      // A key stands where its value stands.
      steps.push(nameStep(String(at.value)));
    }
  }
  return steps.length === 0 ? "$" : steps.reverse().join("").replace(/^\./, "");
}

function nameStep(name: string): string {
  return /^[\w$-]+$/.test(name) ? `.${name}` : `['${name.replaceAll("'", "\\'")}']`;
}
