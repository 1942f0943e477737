import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { templateRule } from "../../rule.ts";

/** A resource that says where it goes says so by an expression. */
export const resourcesShouldHaveLocation = templateRule(
  {
    id: "Resources-Should-Have-Location",
    title: "Locations of resources are expressions",
    why: "Customers choose the region, and not every region has every service.",
    fix: `Write "[parameters('location')]", or "global" for resources that are in no region.`,
    example: {
      bad: '{ "location": "westus" }',
      good: `{ "location": "[parameters('location')]" }`,
    },
    severity: "error",
  },
  function* check(template) {
    for (const { node, name, isTopLevel } of template.resources) {
      const at = valueAt(node, "location");
      if (!isTopLevel || at === undefined || isMissing(at)) continue;
      const given = stringOf(at)?.trim() ?? "";
      if (leavesTheChoice(given)) continue;
      const message = `The location of the resource ${name ?? "without a name"} is "${given}".`;
      yield { at, errorId: "Resource.Location.Must.Be.Expression.Or.Global", message };
    }
  },
);

const leavesTheChoice = (location: string): boolean =>
  sameText(location, "global") || (location.startsWith("[") && location.endsWith("]"));
