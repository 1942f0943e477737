import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { propertiesOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { itemNamed } from "../controls/item-named.ts";
import { definitionRule, type Objection } from "../../rule.ts";

const reference = /\[\s*(basics|steps)\s*\(\s*'([^']*)'\s*\)(?:\s*\.\s*([^\s.,()[\]?']+))?/gi;

/** Sections are not looked into, as reviewers do not either. */
export const controlsInOutputsMustExist = definitionRule(
  {
    id: "Controls-In-Outputs-Must-Exist",
    title: "Outputs refer to controls that exist",
    why: "An output of a control that does not exist is empty, so the deployment fails or lacks a value.",
    fix: "Correct the name in the output, or add the control.",
    example: {
      bad: '{"basics": [{"name": "size"}], "outputs": {"size": "[basics(\'sise\')]"}}',
      good: '{"basics": [{"name": "size"}], "outputs": {"size": "[basics(\'size\')]"}}',
    },
    severity: "error",
  },
  function* check(definition) {
    const parameters = valueAt(definition, "parameters");
    for (const { value } of propertiesOf(valueAt(parameters, "outputs"))) {
      const values = value.type === "object" ? propertiesOf(value).map((it) => it.value) : [value];
      for (const at of values) yield* checkReferences(at, parameters);
    }
  },
);

function* checkReferences(at: JsonNode, parameters: JsonNode | undefined): Generator<Objection> {
  for (const [, kind = "", name = "", element] of (stringOf(at) ?? "").matchAll(reference)) {
    const found = itemNamed(valueAt(parameters, kind), name);
    const isStep = sameText(kind, "steps");
    if (found === undefined) yield { at, ...notFound(isStep, name) };
    else if (isStep && element !== undefined && !hasElement(found, element)) {
      const message = `The step ${name} has no element ${element}.`;
      yield { at, errorId: "ElementName.Not.Found", message };
    }
  }
}

function notFound(isStep: boolean, name: string): Omit<Objection, "at"> {
  return isStep
    ? { errorId: "StepName.Not.Found", message: `The step ${name} does not exist.` }
    : { errorId: "ControlName.Not.Found", message: `The control ${name} does not exist.` };
}

function hasElement(step: JsonNode, name: string): boolean {
  return itemNamed(valueAt(step, "elements"), name) !== undefined;
}
