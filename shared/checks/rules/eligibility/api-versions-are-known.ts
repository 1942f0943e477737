import { findNodeAtOffset } from "jsonc-parser";
import type { ExpandedResource } from "../../../arm/expand/expansion.ts";
import { valueAt } from "../../../arm/json/node.ts";
import type { CertificationFacts } from "../../facts/certification-facts.ts";
import { expansionOf, placeOf } from "../../model/expanded-model.ts";
import { rule } from "../rule.ts";
import { knownVersions } from "../template/api-versions/known-versions.ts";
import { criteria } from "./criteria.ts";

/** What the main template deploys names an API version that its type has. */
export const apiVersionsAreKnown = rule(criteria.versionsAreKnown, function* check(model) {
  const told = new Set<string>();
  for (const { resources } of expansionOf(model).scopes) {
    for (const resource of resources) {
      const problem = problemOf(resource, model.facts);
      const key = JSON.stringify([resource.at, problem?.errorId]);
      if (problem === undefined || told.has(key)) continue;
      told.add(key);
      const place = placeOf(model, resource.at);
      if (place === undefined) continue;
      const { document } = place;
      const node = findNodeAtOffset(document.root, place.at);
      if (valueAt(document.root, "apiProfile") !== undefined) continue;
      yield { at: valueAt(node, "apiVersion") ?? place.at, document, ...problem };
    }
  }
});

function problemOf({ type, apiVersion }: ExpandedResource, facts: CertificationFacts) {
  const versions = knownVersions(facts, type);
  if (versions.length === 0) return undefined;
  const newest = versions.find((version) => version.split("-").length === 3) ?? versions[0] ?? "";
  const fix = `Use ${newest}.`;
  if (apiVersion === undefined) {
    const message = `A resource of the type ${type} has no API version.`;
    return { message, fix, errorId: "ApiVersion.Is.Missing" };
  }
  const version = apiVersion.toLowerCase();
  const isNewer = version.slice(0, 10) > facts.resourceTypes.asOf;
  if (version.startsWith("[") || isNewer || versions.includes(version)) return undefined;
  const message = `${type} has no API version ${apiVersion.slice(0, 100)}, as of ${facts.resourceTypes.asOf}.`;
  return { message, fix, errorId: "ApiVersion.Is.Unknown" };
}
