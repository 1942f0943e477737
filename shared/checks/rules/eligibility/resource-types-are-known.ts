import { findNodeAtOffset } from "jsonc-parser";
import type { ExpandedResource } from "../../../arm/expand/expansion.ts";
import { valueAt } from "../../../arm/json/node.ts";
import { nearestName } from "../../../offers/listing/nearest-name.ts";
import type { ResourceTypes } from "../../facts/resource-types.ts";
import type { CertificationModel } from "../../model/certification-model.ts";
import { expansionOf, placeOf } from "../../model/expanded-model.ts";
import { rule } from "../rule.ts";
import { criteria } from "./criteria.ts";

/** Looking for a similar name takes a while. */
const mostGuesses = 20;

/** What the main template deploys are resources that Azure has. */
export const resourceTypesAreKnown = rule(criteria.typesAreKnown, function* check(model) {
  const { resourceTypes } = model.facts;
  const fixes = new Map<string, string>();
  for (const { type, at } of resourcesOnce(model)) {
    const place = isKnown(resourceTypes, type) ? undefined : placeOf(model, at);
    if (place === undefined) continue;
    const { document } = place;
    const node = findNodeAtOffset(document.root, place.at);
    const isTooMany = fixes.size >= mostGuesses && !fixes.has(type);
    const fix = isTooMany ? criteria.typesAreKnown.fix : fixFor(resourceTypes, type, fixes);
    const message = `Azure has no resource type ${type.slice(0, 200)}, as of ${resourceTypes.asOf}.`;
    const errorId = "Resource.Type.Is.Unknown";
    yield { at: valueAt(node, "type") ?? place.at, document, message, errorId, fix };
  }
});

/** Each declaration once, whatever its copies. */
function resourcesOnce(model: CertificationModel): Iterable<ExpandedResource> {
  const resources = expansionOf(model).scopes.flatMap((scope) => scope.resources);
  return new Map(
    resources.map((one) => [`${one.at.file}:${one.at.line}:${one.at.column}:${one.type}`, one]),
  ).values();
}

/** Partners have namespaces of their own, which no list has all of. */
function isKnown(types: ResourceTypes, type: string): boolean {
  if (types.has(type) || types.retired(type).length > 0) return true;
  if (/\/providers\//i.test(type) || !type.includes("/")) return true;
  return !/^microsoft\./i.test(type) && types.namesNear(type).length === 0;
}

function fixFor(types: ResourceTypes, type: string, known: Map<string, string>): string {
  const before = known.get(type);
  if (before !== undefined) return before;
  const near = nearestName(type, types.namesNear(type));
  const fix = near === undefined ? criteria.typesAreKnown.fix : `Write ${near}, if that is meant.`;
  known.set(type, fix);
  return fix;
}
