import { isMissing, itemsOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import type { JsonDocument, JsonNode } from "../../../../arm/json/json-document.ts";
import { findProperties } from "../../../../arm/json/walk.ts";
import type { Template, TemplateParameter } from "../../../../arm/template/template.ts";
import { rule, type PlacedObjection } from "../../rule.ts";
import { outputsOf, type FormOutput } from "../outputs/form-outputs.ts";
import { choiceOf, type Choice } from "./choice.ts";

/** What the form offers, the template takes, and the template's default is on offer. */
export const allowedValuesShouldActuallyBeAllowed = rule(
  {
    id: "Allowed-Values-Should-Actually-Be-Allowed",
    title: "Choices of the form are allowed by the template",
    why: "A choice that the template does not allow fails the deployment of the customer who makes it.",
    fix: "Make the choices of the control agree with the parameter's allowedValues and defaultValue.",
    example: {
      bad: '{"control": {"constraints": {"allowedValues": [{"label": "Two", "value": 2}]}}, "parameter": {"type": "int", "allowedValues": [1]}}',
      good: '{"control": {"constraints": {"allowedValues": [{"label": "Two", "value": 2}]}}, "parameter": {"type": "int", "allowedValues": [1, 2]}}',
    },
    severity: "error",
  },
  function* check({ createUiDefinition: document, mainTemplate }) {
    if (document === undefined || mainTemplate === undefined) return;
    const outputs = outputsOf(document.root);
    const text = document.text.toLowerCase();
    for (const { key, value } of findProperties(document.root, ["allowedValues"])) {
      if (isMissing(value)) continue;
      const choice = choiceOf(value, outputs);
      if (isUntraced(choice, text)) {
        const message = `The choices of ${choice.name ?? "a control without a name"} go into no output.`;
        yield { document, at: key, errorId: "Allowed.Value.Missing.From.Outputs", message };
      } else yield* compareAll(choice, value, document, mainTemplate);
    }
  },
);

/**
 * A choice that is used elsewhere in the form needs no output. That there is none of the location
 * is said by the rule on the location.
 */
function isUntraced({ name, outputs }: Choice, text: string): boolean {
  if (outputs.length > 0 || sameText(name, "location")) return false;
  return name === undefined || !text.includes(`.${name.toLowerCase()}`);
}

function* compareAll(
  { holding, isInSection }: Choice,
  choices: JsonNode,
  document: JsonDocument,
  main: Template,
): Generator<PlacedObjection> {
  for (const output of holding) {
    for (const objection of compare(output, choices, document, main)) {
      // Reviewers do not look into sections.
      yield isInSection ? { ...objection, severity: "warning" } : objection;
    }
  }
}

function* compare(
  { name, key, value }: FormOutput,
  choices: JsonNode,
  document: JsonDocument,
  main: Template,
): Generator<PlacedObjection> {
  const parameter = main.parameter(name);
  if (parameter === undefined) {
    const message = `The output ${name} is not a parameter of ${main.document.file}.`;
    yield { document, at: key, errorId: "Allowed.Value.Missing.From.MainTemplate", message };
    return;
  }
  const values = itemsOf(choices).map((choice) => valueAt(choice, "value") ?? choice);
  // Of an output that is an object the choice is only a part, and of a choice that is one the output.
  if ([value, ...values].some(({ type }) => type === "object")) return;
  const allowed = itemsOf(valueAt(parameter.node, "allowedValues")).map(textOf);
  for (const at of values.filter((given) => isForbidden(textOf(given), allowed))) {
    const message = `The parameter ${name} does not allow the choice ${textOf(at)}.`;
    yield { document, at, errorId: "Allowed.Value.Mismatch", message };
  }
  for (const at of defaultsOutside(parameter, values.map(textOf), allowed)) {
    const message = `The default ${textOf(at)} of the parameter ${name} is not among the choices of the form.`;
    yield { document: main.document, at, errorId: "Allowed.Value.Default.Mismatch", message };
  }
}

/** Reviewers take a choice for allowed when it is part of an allowed value. */
function isForbidden(choice: string, allowed: readonly string[]): boolean {
  const isJudged = allowed.length > 0 && !isComputed(choice);
  return isJudged && !allowed.some((other) => other.includes(choice));
}

function defaultsOutside(
  parameter: TemplateParameter,
  offered: readonly string[],
  allowed: readonly string[],
): JsonNode[] {
  // Choices that the portal computes cannot be compared.
  if (offered.length === 0 || offered.some(isComputed)) return [];
  const accepted = new Set([...offered, ...allowed]);
  return defaultsOf(parameter).filter((value) => !accepted.has(textOf(value)));
}

function defaultsOf({ defaultValue }: TemplateParameter): JsonNode[] {
  if (defaultValue === undefined || isMissing(defaultValue)) return [];
  const values = defaultValue.type === "array" ? itemsOf(defaultValue) : [defaultValue];
  return values.filter(
    (value) => textOf(value).replace(/\s/g, "") !== "[resourcegroup().location]",
  );
}

const isComputed = (text: string): boolean => /^\s*\[[^]*\]\s*$/.test(text);

/** A value as the comparison sees it: numbers and booleans are their texts, letter case is nothing. */
function textOf(node: JsonNode): string {
  return (stringOf(node) ?? String(node.value)).toLowerCase();
}
