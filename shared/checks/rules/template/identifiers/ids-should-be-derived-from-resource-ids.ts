import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { isFromBicep } from "../../../../arm/template/generator.ts";
import { matchingProperties } from "../../../../arm/template/search/matching-properties.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { variableBehind } from "../../../../arm/template/references/variable-behind.ts";
import { templateRule, type Objection } from "../../rule.ts";
import { isOtherId } from "./names-of-other-ids.ts";
import { longName, PlacesWithoutResourceIds } from "./places-without-resource-ids.ts";

const derived =
  /\[\s*(?:(?:extension|subscription|tenant)?resourceId|if|parameters|reference|variables|subscription|guid)\s*\(/i;

/** Ids of resources come from a function that knows the scope. */
export const idsShouldBeDerivedFromResourceIds = templateRule(
  {
    id: "IDs-Should-Be-Derived-From-ResourceIDs",
    title: "Ids of resources are made with resourceId()",
    why: "An id that is written out or put together holds in one subscription or cloud only.",
    fix: "Use resourceId() or one of its kin, reference(), or a parameter for the id.",
    example: {
      bad: '{ "id": "/subscriptions/0000/resourceGroups/net/providers/Microsoft.Network/x/y" }',
      good: `{ "id": "[resourceId('Microsoft.Network/virtualNetworks', 'v')]" }`,
    },
    severity: "warning",
  },
  function* check(template) {
    if (isFromBicep(template)) return;
    const resources = valueAt(template.node, "resources");
    const places = new PlacesWithoutResourceIds(template, resources);
    for (const { owner, name, value } of matchingProperties(resources, /id$/i, template.cuts)) {
      if (isOtherId(longName(owner, name)) || places.has(owner)) continue;
      yield* checkId(template, name, value);
    }
  },
);

function* checkId(template: Template, name: string, value: JsonNode): Generator<Objection> {
  const at = judgedPart(value);
  if (at === undefined) return;
  if (!at.value) {
    yield { at, errorId: "ResourceId.Is.Missing", message: `${name} is empty.` };
    return;
  }
  const variable = variableBehind(template, stringOf(at) ?? "");
  if (variable !== undefined && variable.type !== "string") return;
  if (derived.test(stringOf(variable ?? at) ?? "")) return;
  const what = variable === undefined ? name : `The variable that ${name} is taken from`;
  const message = `${what} is not made with resourceId() or the like.`;
  yield { at, errorId: "ResourceId.Should.Contain.Proper.Expression", message };
}

/** An object is judged by the text in its `value`; other objects, lists and nulls are no ids. */
function judgedPart(value: JsonNode): JsonNode | undefined {
  if (value.type === "array" || value.type === "null") return undefined;
  if (value.type !== "object") return value;
  const text = valueAt(value, "value");
  return (stringOf(text) ?? "") === "" ? undefined : text;
}
