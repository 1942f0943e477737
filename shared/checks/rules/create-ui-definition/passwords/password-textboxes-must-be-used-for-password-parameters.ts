import type { JsonDocument } from "../../../../arm/json/json-document.ts";
import { valueAt } from "../../../../arm/json/node.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { rule, type PlacedObjection } from "../../rule.ts";
import { controlsOfType, type Control } from "../controls/controls-of-type.ts";
import { outputsOf, type FormOutput } from "../outputs/form-outputs.ts";
import { outputsOfControl } from "../outputs/outputs-of-control.ts";

/** What is typed into a password box goes into a secure parameter. */
export const passwordTextboxesMustBeUsedForPasswordParameters = rule(
  {
    id: "Password-Textboxes-Must-Be-Used-For-Password-Parameters",
    title: "Password boxes fill secure parameters",
    why: "The value of any other parameter is stored readably in the history of deployments.",
    fix: 'Output the password box to a parameter of the type "securestring".',
    example: {
      bad: '{"parameters": {"password": {"type": "string"}}}',
      good: '{"parameters": {"password": {"type": "securestring"}}}',
    },
    severity: "error",
  },
  function* check({ createUiDefinition: document, mainTemplate }) {
    if (document === undefined || mainTemplate === undefined) return;
    const outputs = outputsOf(document.root);
    for (const control of controlsOfType(document.root, ["Microsoft.Common.PasswordBox"])) {
      const own = outputsOfControl(outputs, control.node);
      yield* checkControl(control, own, document, mainTemplate);
    }
  },
);

function* checkControl(
  control: Control,
  outputs: readonly FormOutput[],
  document: JsonDocument,
  main: Template,
): Generator<PlacedObjection> {
  const box = `The password box ${control.name}`;
  if (outputs.length === 0) {
    const message = `${box} is in no output.`;
    const errorId = "PasswordBox.Missing.From.Outputs";
    yield { document, at: control.node, errorId, message };
  }
  for (const { name, key } of outputs) {
    const parameter = main.parameter(name);
    const type = parameter?.type ?? "no type";
    if (parameter === undefined) {
      const message = `${box} fills ${name}, which is not a parameter of ${main.document.file}.`;
      const errorId = "PasswordBox.Output.Missing.From.MainTemplate";
      yield { document, at: key, errorId, message };
    } else if (!/^secure(?:string|object)$/i.test(type)) {
      const message = `${box} fills the parameter ${name}, which is of ${type}.`;
      const at = valueAt(parameter.node, "type") ?? parameter.key;
      const errorId = "PasswordBox.Parameter.Not.Secure";
      yield { document: main.document, at, errorId, message };
    }
  }
}
