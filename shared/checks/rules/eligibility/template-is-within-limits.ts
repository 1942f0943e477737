import { itemsOf, propertiesOf, stringOf, valueAt } from "../../../arm/json/node.ts";
import type { JsonDocument, JsonNode } from "../../../arm/json/json-document.ts";
import { isExpression } from "../../../arm/template/expression.ts";
import type { Template } from "../../../arm/template/template.ts";
import { templateLimits } from "../../../arm/template/template-limits.ts";
import { expansionOf, placeOf } from "../../model/expanded-model.ts";
import { type Objection, rule } from "../rule.ts";
import { criteria } from "./criteria.ts";

/** What an expansion calls a limit that is exceeded. */
export const limitCodes = ["resource-limit", "copy-limit", "template-size"] as const;
const isLimit = (code: string): boolean => limitCodes.some((limit) => limit === code);

/** A template is no larger than Azure takes, neither as written nor expanded. */
export const templateIsWithinLimits = rule(criteria.withinLimits, function* check(model) {
  const told = new Map<JsonDocument, JsonNode[]>();
  for (const template of model.templates) {
    const { document } = template;
    for (const objection of checkTemplate(template)) {
      if (typeof objection.at !== "number")
        told.set(document, [...(told.get(document) ?? []), objection.at]);
      yield { ...objection, document };
    }
  }
  for (const { code, message, ...place } of expansionOf(model).diagnostics) {
    const found = isLimit(code) ? placeOf(model, place) : undefined;
    if (found === undefined || isWithin(told.get(found.document), found.at)) continue;
    yield { ...found, message, errorId: "Template.Beyond.Limit" };
  }
});

/** Whether what a place is part of was found too large as it is written. */
const isWithin = (told: readonly JsonNode[] = [], at: number): boolean =>
  told.some(({ offset, length }) => at >= offset && at < offset + length);

function* checkTemplate(template: Template): Generator<Objection> {
  yield* checkSections(template);
  if (template.role !== "inner") yield* checkSize(template);
  for (const node of template.stringsIn(template.node)) {
    const text = stringOf(node) ?? "";
    if (text.length <= templateLimits.expressionCharacters || !isExpression(text)) continue;
    yield over(node, "The expression has", text.length, templateLimits.expressionCharacters);
  }
}

const sections = ["parameters", "variables", "outputs"] as const;

function* checkSections(template: Template): Generator<Objection> {
  for (const section of sections) {
    const node = valueAt(template.node, section);
    const count = declaredIn(node);
    if (node !== undefined && count > templateLimits[section])
      yield over(node, `The number of ${section} is`, count, templateLimits[section]);
  }
  const resources = valueAt(template.node, "resources");
  const count = template.resources.filter(({ isTopLevel }) => isTopLevel).length;
  if (resources !== undefined && count > templateLimits.resources)
    yield over(resources, "The number of resources is", count, templateLimits.resources);
}

/** Variables that are copies stand in a list of their own. */
function declaredIn(section: JsonNode | undefined): number {
  const copies = itemsOf(valueAt(section, "copy")).length;
  return propertiesOf(section).length + Math.max(0, copies - 1);
}

function* checkSize({ node }: Template): Generator<Objection> {
  if (node.length > templateLimits.characters)
    yield over(node, "The number of characters is", node.length, templateLimits.characters);
}

const over = (at: Objection["at"], what: string, count: number, most: number): Objection => ({
  at,
  errorId: "Template.Beyond.Limit",
  message: `${what} ${String(count)}; at most ${String(most)} are taken.`,
});
