import { propertiesOf, stringOf, valueAt } from "../../../arm/json/node.ts";
import { isExpression } from "../../../arm/template/expression.ts";
import type { Template } from "../../../arm/template/template.ts";
import { type Objection, templateRule } from "../rule.ts";
import { templateLimits } from "./template-limits.ts";

/** A template is no larger than Azure takes. */
export const templateIsWithinLimits = templateRule(
  {
    id: "template-is-within-limits",
    title: "Templates are no larger than Azure takes",
    why: "A template beyond a limit is refused when a customer deploys it.",
    fix: "Move a part into a linked template, or let a copy loop take the place of repetition.",
    severity: "error",
  },
  function* check(template) {
    yield* checkSections(template);
    if (template.role !== "inner") yield* checkSize(template);
    for (const node of template.stringsIn(template.node)) {
      const text = stringOf(node) ?? "";
      if (text.length <= templateLimits.expressionCharacters || !isExpression(text)) continue;
      yield over(node, "The expression has", text.length, templateLimits.expressionCharacters);
    }
  },
);

const sections = ["parameters", "variables", "outputs"] as const;

function* checkSections(template: Template): Generator<Objection> {
  for (const section of sections) {
    const node = valueAt(template.node, section);
    const count = propertiesOf(node).length;
    if (node !== undefined && count > templateLimits[section])
      yield over(node, `The number of ${section} is`, count, templateLimits[section]);
  }
  const resources = valueAt(template.node, "resources");
  const count = template.resources.filter(({ isTopLevel }) => isTopLevel).length;
  if (resources !== undefined && count > templateLimits.resources)
    yield over(resources, "The number of resources is", count, templateLimits.resources);
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
