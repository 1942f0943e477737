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
  const [validating] = findProperties(valueAt(constraints, "validations"), ["regex"]);
  const regex = validating?.value ?? own;
  if (regex === undefined || isMissing(regex)) {
    const message = `The text box ${name} has no regular expression.`;
    yield { at: regex ?? constraints, errorId: "TextBox.Missing.Regex", message };
  } else yield* checkRegex(name, regex);
  if (
    own !== undefined &&
    !isMissing(own) &&
    isMissing(valueAt(constraints, "validationMessage"))
  ) {
    const message = `The text box ${name} has a "regex" without a "validationMessage".`;
    yield { at: own, errorId: "TextBox.Missing.ValidationMessage", message };
  }
}

function* checkRegex(name: string, at: JsonNode): Generator<Objection> {
  const pattern = stringOf(at) ?? "";
  if (isExpressionText(pattern)) return;
  const fault = faultOfRegex(pattern);
  if (fault !== undefined) {
    const message = `The regular expression of the text box ${name} is not valid: ${fault}.`;
    yield { at, errorId: "TextBox.Invalid.Regex", message, fix: "Correct the regular expression." };
  } else if (!/\{\d+(?:,\d*)?\}/.test(pattern)) {
    const message = `The regular expression of the text box ${name} limits no length.`;
    const fix = "Let it limit the length, as in [a-z]{3,9}.";
    yield { at, errorId: "TextBox.Missing.Length", message, fix, severity: "warning" };
  }
}
