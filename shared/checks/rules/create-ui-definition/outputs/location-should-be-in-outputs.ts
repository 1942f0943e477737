import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";

/** The form hands the region that the customer picked to the template. */
export const locationShouldBeInOutputs = definitionRule(
  {
    id: "Location-Should-Be-In-Outputs",
    title: "createUiDefinition outputs the chosen location",
    why: "Without it the region the customer picks on the first page has no effect.",
    fix: 'Add "location": "[location()]" to parameters.outputs.',
    example: {
      bad: '{"outputs": {"location": "westeurope"}}',
      good: '{"outputs": {"location": "[location()]"}}',
    },
    severity: "error",
  },
  function* check(definition) {
    const outputs = valueAt(definition, "parameters", "outputs");
    const location = valueAt(outputs, "location");
    if (outputs === undefined || isMissing(outputs)) {
      const message = "The definition has no parameters.outputs.";
      yield { at: outputs ?? definition, errorId: "CreateUIDefinition.Missing.Outputs", message };
    } else if (location === undefined || isMissing(location)) {
      const message = "parameters.outputs has no location.";
      const errorId = "CreateUIDefinition.Missing.Outputs.Location";
      yield { at: location ?? outputs, errorId, message };
    } else if (!sameText(stringOf(location)?.trim(), "[location()]")) {
      const message = 'The output location is something other than "[location()]".';
      yield { at: location, errorId: "CreateUIDefinition.Incorrect.Outputs.Location", message };
    }
  },
);
