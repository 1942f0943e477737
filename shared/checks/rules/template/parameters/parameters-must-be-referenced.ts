import { writtenReferences } from "../../../../arm/template/references/written-references.ts";
import { templateRule } from "../../rule.ts";

/** Every parameter changes something. */
export const parametersMustBeReferenced = templateRule(
  {
    id: "Parameters-Must-Be-Referenced",
    title: "Every parameter is used",
    why: "A parameter that nothing uses asks customers for a value that changes nothing.",
    fix: "Use the parameter in an expression, or remove it here and from createUiDefinition.",
    example: {
      bad: `{ "name": "parameters('vmName')" }`,
      good: `{ "name": "[parameters('vmName')]" }`,
    },
    severity: "warning",
  },
  function* check(template) {
    const references = writtenReferences(template, "parameters");
    for (const { name, key } of template.parameters) {
      if (name.startsWith("__")) continue;
      const found = references.get(name.toLowerCase());
      if (found === undefined) {
        const message = `Nothing uses the parameter ${name}.`;
        yield { at: key, errorId: "Parameters.Must.Be.Referenced", message };
      }
      for (const { at, isInExpression } of found ?? []) {
        if (isInExpression) continue;
        const message = `The parameter ${name} is named outside an expression, so its value is not used.`;
        const fix = "Put the whole string in square brackets.";
        yield { at, errorId: "Parameters.Must.Be.Referenced.In.Expression", message, fix };
      }
    }
  },
);
