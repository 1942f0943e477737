import { itemsOf, sameText, stringOf } from "../../../../arm/json/node.ts";
import { functionCalls } from "../../../../arm/template/expression.ts";
import { templateRule } from "../../rule.ts";

const startsWithIf = /^\s*\[\s*if\s*\(/i;
const startsWithConcat = /^\s*\[\s*concat\s*\(/i;

/** Dependencies name resources plainly. */
export const dependsOnBestPractices = templateRule(
  {
    id: "DependsOn-Best-Practices",
    title: "Dependencies are neither conditional nor put together",
    why: "Dependencies on resources that are not deployed are dropped anyway, and only resourceId() always gives a right id.",
    fix: "Use resourceId(type, name) without if() or concat() around it.",
    example: {
      bad: `{ "dependsOn": ["[concat('Microsoft.Network/virtualNetworks/', variables('vnet'))]"] }`,
      good: `{ "dependsOn": ["[resourceId('Microsoft.Network/virtualNetworks', variables('vnet'))]"] }`,
    },
    severity: "warning",
  },
  function* check(template) {
    for (const { value } of template.findBelow("resources", "dependsOn")) {
      const entries = value.type === "array" ? itemsOf(value) : [value];
      const isOfCopies = entries.some((entry) => usesCopyIndex(stringOf(entry) ?? ""));
      for (const at of entries) {
        const text = stringOf(at) ?? "";
        if (startsWithIf.test(text)) {
          const message = "A dependency is conditional.";
          yield { at, errorId: "Resource.DependsOn.Conditional", message };
        } else if (startsWithConcat.test(text) && !isOfCopies) {
          const message = "The id of a dependency is put together with concat().";
          yield { at, errorId: "Resource.DependsOn.StartsWithConcat", message };
        }
      }
    }
  },
);

const usesCopyIndex = (text: string): boolean =>
  functionCalls(text).some(({ name }) => sameText(name, "copyIndex"));
