import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { rule } from "../../rule.ts";
import { outputsOf } from "./form-outputs.ts";
import { typeOfOutput } from "./type-of-output.ts";

/** Only outputs whose type is certain are compared. */
export const createUiOutputTypesAgree = rule(
  {
    id: "create-ui-output-types-agree",
    title: "Outputs of the form are of the type of their parameters",
    why: "A deployment whose parameter gets a value of another type is refused.",
    fix: "Change the type of the parameter, or convert the output by int(), bool() or string().",
    example: {
      bad: '{"slider output": "[basics(\'count\')]", "parameter": {"type": "string"}}',
      good: '{"slider output": "[basics(\'count\')]", "parameter": {"type": "int"}}',
    },
    severity: "warning",
  },
  function* check({ createUiDefinition: document, mainTemplate }) {
    if (document === undefined || mainTemplate === undefined) return;
    const parameters = valueAt(document.root, "parameters");
    for (const { name, value } of outputsOf(document.root)) {
      const wanted = mainTemplate
        .parameter(name)
        ?.type?.toLowerCase()
        .replace(/^secure/, "");
      const given = typeOfOutput(stringOf(value) ?? "", parameters);
      if (wanted === undefined || given === undefined || wanted === given) continue;
      const message = `The output ${name} is of the type ${given}, its parameter of ${wanted}.`;
      yield { document, at: value, errorId: "Output.Type.Mismatch", message };
    }
  },
);
