import { isFromBicep } from "../../../../arm/template/generator.ts";
import { insideExpression } from "../../../../arm/template/inside-expression.ts";
import { templateRule } from "../../rule.ts";

/** resourceId() and subscriptionResourceId() know where they are deployed. */
const needless = String.raw`(?:subscription)?resourceId\s*\(\s*(?:resourceGroup|subscription)\s*\(`;
/** These take the parts of an id, and put them together themselves. */
const assembled = String.raw`(?:[a-z]*resourceId|reference|list\w*)\s*\(\s*(?:concat|format)\s*\(`;
/** Behind a dot stands a function of the template's own. */
const forbidden = new RegExp(String.raw`(?=\w)(?<=[[(,]\s*)(?:${needless}|${assembled})`, "gi");
/** What all of these have in them, found much sooner. */
const inAll = /\(\s*(?:concat|format|resourceGroup|subscription)\s*\(/i;

/** Ids are asked for with their parts, not with a text that was put together. */
export const resourceIdsShouldNotContain = templateRule(
  {
    id: "ResourceIds-should-not-contain",
    title: "Resource ids are not put together by hand",
    why: "A type that is part of a longer text is not checked, and the id differs between scopes.",
    fix: "Give type and name as arguments of their own; leave out the current group and subscription.",
    example: {
      bad: `"[resourceId(resourceGroup().name, 'Microsoft.Network/virtualNetworks', 'v')]"`,
      good: `"[resourceId('Microsoft.Network/virtualNetworks', 'v')]"`,
    },
    severity: "warning",
  },
  function* check(template) {
    if (isFromBicep(template)) return;
    const { text, node } = template;
    if (!inAll.test(text)) return;
    const isInside = insideExpression(text);
    for (const match of text.matchAll(forbidden)) {
      if (!isInside(match.index)) continue;
      const evidence = match[0].replace(/\s+/g, "");
      const message = `An id is asked for with ${evidence}…).`;
      const at = node.offset + match.index;
      yield { at, errorId: "ResourceId.Should.Not.Contain.Function", message, evidence };
    }
  },
);
