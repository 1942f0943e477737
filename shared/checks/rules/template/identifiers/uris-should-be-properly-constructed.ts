import { sameText, stringOf } from "../../../../arm/json/node.ts";
import { containsExpression, functionCalls } from "../../../../arm/template/expression.ts";
import { matchingProperties } from "../../../../arm/template/search/matching-properties.ts";
import { templateRule } from "../../rule.ts";

/** Addresses are made with uri(), which gets the slashes right. */
export const urisShouldBeProperlyConstructed = templateRule(
  {
    id: "URIs-Should-Be-Properly-Constructed",
    title: "Addresses are made with uri()",
    why: "Only uri() gives a right address whether or not the base ends in a slash.",
    fix: "Use uri(base, path) as the outer function.",
    example: {
      bad: `{ "uri": "[concat(parameters('_artifactsLocation'), '/a.json')]" }`,
      good: `{ "uri": "[uri(parameters('_artifactsLocation'), 'a.json')]" }`,
    },
    severity: "warning",
  },
  function* check({ node, cuts }) {
    for (const { name, value } of matchingProperties(node, /ur[il]$/i, cuts)) {
      const text = stringOf(value) ?? "";
      if (!containsExpression(text)) continue;
      // Outermost and leftmost come first.
      const first = functionCalls(text).find(({ name: it }) => /^(?:concat|format|uri)$/i.test(it));
      if (first === undefined || sameText(first.name, "uri")) continue;
      const message = `${name} is put together with ${first.name}().`;
      yield { at: value, errorId: "URI.Improperly.Constructed", message, evidence: first.name };
    }
  },
);
