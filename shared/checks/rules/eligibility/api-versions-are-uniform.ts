import type { JsonNode } from "../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import { deploymentType, type Resource } from "../../../arm/template/resource.ts";
import { type Objection, templateRule } from "../rule.ts";
import { criteria } from "./criteria.ts";

/** Resources of one type are written in one API version. */
export const apiVersionsAreUniform = templateRule(
  criteria.oneApiVersion,
  function* check(template) {
    const byType = new Map<string, Map<string, JsonNode>>();
    for (const resource of template.resources) {
      const [type, node] = [wholeType(resource), valueAt(resource.node, "apiVersion")];
      const version = stringOf(node)?.toLowerCase() ?? "";
      // Deployments come from what wrote the template; a version that is computed is for other rules.
      if (node === undefined || !/^\d{4}-/.test(version) || sameText(type, deploymentType))
        continue;
      const versions = byType.get(type.toLowerCase()) ?? new Map<string, JsonNode>();
      byType.set(type.toLowerCase(), versions);
      if (!versions.has(version)) versions.set(version, node);
    }
    for (const [type, versions] of byType) yield* objections(type, versions);
  },
);

function* objections(type: string, versions: ReadonlyMap<string, JsonNode>): Generator<Objection> {
  const newest = [...versions.keys()].sort().at(-1) ?? "";
  for (const [version, at] of versions) {
    if (version === newest) continue;
    const message = `Resources of the type ${type} use the API version ${version}, and others ${newest}.`;
    yield { at, message, errorId: "ApiVersions.Differ", fix: `Use ${newest} everywhere.` };
  }
}

function wholeType({ type = "", within }: Resource): string {
  if (type.includes(".") || within === undefined) return type;
  return `${wholeType(within)}/${type}`;
}
