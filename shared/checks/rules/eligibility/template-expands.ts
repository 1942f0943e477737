import { expansionOf, placeOf } from "../../model/expanded-model.ts";
import { rule } from "../rule.ts";
import { limitCodes } from "./template-is-within-limits.ts";

/** What says more about what was left out here than about the template, or what other rules say. */
const others = new Set([
  ...limitCodes,
  "parameter-missing",
  "resources-hidden",
  "linked-template-outside",
  "linked-template-missing",
]);

/** The main template comes to what Azure would deploy. */
export const templateExpands = rule(
  {
    id: "template-expands",
    title: "The main template can be evaluated",
    why: "Azure evaluates a template before it deploys anything: an expression that fails, or two resources of one name, end the customer's deployment.",
    fix: "Correct the expression or the name at this place.",
    example: {
      bad: "{\"name\":\"[concat(parameters('name'), variables('not-declared'))]\"}",
      good: "{\"name\":\"[concat(parameters('name'), variables('suffix'))]\"}",
    },
    severity: "warning",
  },
  function* check(model) {
    for (const { code, message, ...place } of expansionOf(model).diagnostics) {
      const found = others.has(code) ? undefined : placeOf(model, place);
      if (found !== undefined) yield { ...found, message, errorId: code };
    }
  },
);
