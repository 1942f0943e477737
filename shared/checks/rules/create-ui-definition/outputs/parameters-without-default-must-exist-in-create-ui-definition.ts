import { propertiesOf, valueAt } from "../../../../arm/json/node.ts";
import { rule } from "../../rule.ts";

/** A default or an output of null counts as none, an empty string as one. */
export const parametersWithoutDefaultMustExistInCreateUiDefinition = rule(
  {
    id: "Parameters-Without-Default-Must-Exist-In-CreateUIDefinition",
    title: "Every parameter without a default gets its value from the form",
    why: "Customers deploy through the form alone; a parameter it does not fill fails the deployment.",
    fix: "Add an output of that name to createUiDefinition, or give the parameter a defaultValue.",
    example: {
      bad: '{"outputs": {"location": "[location()]"}, "parameters": {"size": {"type": "string"}}}',
      good: '{"outputs": {"location": "[location()]", "size": "[basics(\'size\')]"}, "parameters": {"size": {"type": "string"}}}',
    },
    severity: "error",
  },
  function* check({ createUiDefinition, mainTemplate }) {
    if (createUiDefinition === undefined || mainTemplate === undefined) return;
    const outputs = propertiesOf(valueAt(createUiDefinition.root, "parameters", "outputs"))
      .filter(({ value }) => value.type !== "null")
      .map(({ name }) => name.toLowerCase());
    const filled = new Set(outputs);
    const { document } = mainTemplate;
    for (const { name, key, defaultValue } of mainTemplate.parameters) {
      if (defaultValue !== undefined || filled.has(name.toLowerCase())) continue;
      const message = `The parameter ${name} has no default, and the form has no output for it.`;
      const errorId = "Parameter.Without.Default.Missing.From.CreateUIDefinition";
      yield { document, at: key, errorId, message };
    }
  },
);
