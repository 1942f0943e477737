import { sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import { isExpression } from "../../../arm/template/expression.ts";
import type { Template } from "../../../arm/template/template.ts";
import { type Objection, rule } from "../rule.ts";
import { applianceWrapper, criteria } from "./criteria.ts";

/** In the older layout, the wrapper deploys one appliance of the marketplace and nothing else. */
export const applianceIsWrapped = rule(criteria.applianceIsWrapped, function* check(model) {
  const { mainTemplate, templates } = model;
  if (mainTemplate === undefined) return;
  for (const template of templates) {
    if (template.role !== "main" || template === mainTemplate) continue;
    const { document } = template;
    for (const objection of checkWrapper(template)) yield { ...objection, document };
  }
});

function* checkWrapper({ node, resources }: Template): Generator<Objection> {
  const appliances = resources.filter(({ type }) =>
    applianceWrapper.types.some((known) => sameText(type, known)),
  );
  const [appliance] = appliances;
  const at = valueAt(node, "resources") ?? node;
  if (appliance === undefined || appliances.length > 1) {
    const message = `The template around the appliance declares ${String(appliances.length)} appliances, not one.`;
    yield { at, message, errorId: "Appliance.Not.Single" };
    return;
  }
  yield* checkAppliance(appliance);
}

function* checkAppliance({ node }: Template["resources"][number]): Generator<Objection> {
  const kind = valueAt(node, "kind");
  const said = stringOf(kind) ?? "";
  if (!sameText(said, applianceWrapper.kind) && !isExpression(said)) {
    const message = `The appliance is not of the kind ${applianceWrapper.kind}.`;
    yield { at: kind ?? node, message, errorId: "Appliance.Of.Other.Kind" };
  }
  for (const name of applianceWrapper.properties) {
    if (valueAt(node, "properties", name) !== undefined) continue;
    const message = `The appliance has no ${name}.`;
    yield { at: valueAt(node, "properties") ?? node, message, errorId: "Appliance.Incomplete" };
  }
}
