import type { JsonDocument, JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, itemsOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { rule, type PlacedObjection } from "../../rule.ts";
import { outputsOf, type FormOutput } from "../outputs/form-outputs.ts";
import { outputsOfControl } from "../outputs/outputs-of-control.ts";
import { controlsOfType, type Control } from "../controls/controls-of-type.ts";

/** The size picked in the form is the one deployed. */
export const vmSizesMustMatchTemplate = rule(
  {
    id: "VMSizes-Must-Match-Template",
    title: "Sizes of virtual machines agree between form and template",
    why: "A size that the form does not offer, or does not hand on, is not the one the customer picked.",
    fix: "Output the size selector to a parameter whose default is one of the allowed sizes.",
    example: {
      bad: '{"constraints": {"allowedSizes": ["Standard_D2s_v3"]}, "template default": "Standard_B1s"}',
      good: '{"constraints": {"allowedSizes": ["Standard_D2s_v3"]}, "template default": "Standard_D2s_v3"}',
    },
    severity: "error",
  },
  function* check({ createUiDefinition: document, mainTemplate }) {
    if (document === undefined || mainTemplate === undefined) return;
    const outputs = outputsOf(document.root);
    for (const control of controlsOfType(document.root, ["Microsoft.Compute.SizeSelector"])) {
      const own = outputsOfControl(outputs, control.node);
      yield* checkSelector(control, own, document, mainTemplate);
    }
  },
);

function* checkSelector(
  control: Control,
  outputs: readonly FormOutput[],
  document: JsonDocument,
  main: Template,
): Generator<PlacedObjection> {
  const selector = `The size selector ${control.name}`;
  const sizes = valueAt(control.node, "constraints", "allowedSizes");
  if (outputs.length === 0) {
    const message = `${selector} is in no output.`;
    const errorId = "SizeSelector.Missing.From.Outputs";
    yield { document, at: control.node, errorId, message };
  }
  for (const { name, key } of outputs) {
    const parameter = main.parameter(name);
    const size = parameter?.defaultValue;
    if (parameter === undefined) {
      const message = `${selector} fills ${name}, which is not a parameter of ${main.document.file}.`;
      const errorId = "SizeSelector.Output.Missing.From.MainTemplate";
      yield { document, at: key, errorId, message };
    } else if (size !== undefined && !isMissing(size) && isOutside(size, sizes)) {
      const message = `The default of ${name} is not one of the sizes that ${control.name} allows.`;
      const errorId = "SizeSelector.Default.Not.Allowed";
      yield { document: main.document, at: size, errorId, message };
    }
  }
}

function isOutside(size: JsonNode, sizes: JsonNode | undefined): boolean {
  const given = stringOf(size);
  const allowed = itemsOf(sizes).flatMap((item) => stringOf(item) ?? []);
  // Of an object the size is only a part.
  if (given === undefined || allowed.length === 0) return false;
  return !allowed.some((other) => sameText(given, other));
}
