import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { findProperties } from "../../../../arm/json/walk.ts";
import { definitionRule, type Objection } from "../../rule.ts";
import { controlsOfType } from "./controls-of-type.ts";
import { faultOfRegex, isExpressionText } from "./dotnet-regex.ts";

/** What is typed into a text box is checked by a pattern, and refusing it is explained. */
export const textboxesAreWellFormed = definitionRule(
  {
    id: "Textboxes-Are-Well-Formed",
    title: "Text boxes check what is typed",
    why: "An input that nobody checked fails much later, within the deployment.",
    fix: 'Give "constraints" a "regex" with a "validationMessage", or an entry of "validations" with both.',
    example: {
      bad: '{"constraints": {"required": true}}',
      good: '{"constraints": {"regex": "^[a-z]{3,9}$", "validationMessage": "3 to 9 small letters"}}',
    },
    severity: "error",
  },
  function* check(definition) {
    for (const { node, name } of controlsOfType(definition, ["Microsoft.Common.TextBox"])) {
      const constraints = valueAt(node, "constraints");
      if (constraints === undefined || isMissing(constraints)) {
        const message = `The text box ${name} has no "constraints".`;
        yield { at: constraints ?? node, errorId: "TextBox.Missing.Constraints", message };
      } else yield* checkConstraints(name, constraints);
    }
  },
);

function* checkConstraints(name: string, constraints: JsonNode): Generator<Objection> {
  const own = valueAt(constraints, "regex");
  const validating = [...findProperties(valueAt(constraints, "validations"), ["regex"])];
  const [regex, ...others] = [...validating.map(({ value }) => value), ...(own ? [own] : [])];
  if (regex === undefined || isMissing(regex)) {
    const message = `The text box ${name} has no regular expression.`;
    yield { at: regex ?? constraints, errorId: "TextBox.Missing.Regex", message };
  } else yield* checkRegex(name, regex);
  for (const other of others) yield* checkValidity(name, other);
  const explanation = valueAt(constraints, "validationMessage");
  if (own !== undefined && !isMissing(own) && isMissing(explanation)) {
    const message = `The text box ${name} has a "regex" without a "validationMessage".`;
    const at = explanation ?? own;
    yield { at, errorId: "TextBox.Missing.ValidationMessage", message };
  }
}

/** Of several expressions the first has to limit the length; that suffices. */
function* checkRegex(name: string, at: JsonNode): Generator<Objection> {
  let isValid = true;
  for (const objection of checkValidity(name, at)) {
    isValid = false;
    yield objection;
  }
  const pattern = stringOf(at) ?? "";
  if (isValid && !isExpressionText(pattern) && !/\{\d+(?:,\d*)?\}/.test(pattern)) {
    const message = `The regular expression of the text box ${name} limits no length.`;
    const fix = "Let it limit the length, as in [a-z]{3,9}.";
    yield { at, errorId: "TextBox.Missing.Length", message, fix, severity: "warning" };
  }
}

function* checkValidity(name: string, at: JsonNode): Generator<Objection> {
  const pattern = stringOf(at) ?? "";
  const fault = isExpressionText(pattern) ? undefined : faultOfRegex(pattern);
  if (fault === undefined) return;
  const message = `The regular expression of the text box ${name} is not valid: ${fault}.`;
  yield { at, errorId: "TextBox.Invalid.Regex", message, fix: "Correct the regular expression." };
}
