import { propertiesOf, sameText, valueAt } from "../../../../arm/json/node.ts";
import { rule } from "../../rule.ts";

/** Outputs that the platform takes for itself when it deploys a managed application. */
const platformOutputs = [
  "applicationResourceName",
  "jitAccessPolicy",
  "managedIdentity",
  "managedResourceGroupId",
];

/** Names of outputs match parameters without regard to letter case. */
export const outputsMustBePresentInTemplateParameters = rule(
  {
    id: "Outputs-Must-Be-Present-In-Template-Parameters",
    title: "Every output of the form is a parameter of the main template",
    why: "A deployment with a parameter that the template does not declare is refused.",
    fix: "Declare a parameter of that name in the main template, or remove the output.",
    example: {
      bad: '{"outputs": {"sise": "[basics(\'size\')]"}, "parameters": {"size": {"type": "string"}}}',
      good: '{"outputs": {"size": "[basics(\'size\')]"}, "parameters": {"size": {"type": "string"}}}',
    },
    severity: "error",
  },
  function* check({ createUiDefinition: document, mainTemplate }) {
    if (document === undefined || mainTemplate === undefined) return;
    const outputs = valueAt(document.root, "parameters", "outputs");
    for (const { name, key } of propertiesOf(outputs)) {
      if (platformOutputs.some((taken) => sameText(name, taken))) continue;
      if (mainTemplate.parameter(name) !== undefined) continue;
      const message = `The output ${name} is not a parameter of ${mainTemplate.document.file}.`;
      const errorId = "CreateUIDefinition.Output.Missing.From.MainTemplate";
      yield { document, at: key, errorId, message };
    }
  },
);
