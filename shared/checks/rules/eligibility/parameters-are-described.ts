import { stringOf, valueAt } from "../../../arm/json/node.ts";
import { templateRule } from "../rule.ts";
import { criteria } from "./criteria.ts";

/** Every parameter of the main template has a description. */
export const parametersAreDescribed = templateRule(
  criteria.parametersAreDescribed,
  function* check({ role, parameters }) {
    if (role !== "main") return;
    for (const { name, key, node } of parameters) {
      const description = stringOf(valueAt(node, "metadata", "description")) ?? "";
      if (name.startsWith("__") || description.trim() !== "") continue;
      const message = `The parameter ${name} has no description.`;
      yield { at: key, message, errorId: "Parameter.Without.Description" };
    }
  },
);
