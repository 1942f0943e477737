import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { definitionRule, type Objection } from "../../rule.ts";
import { controlsOfType } from "../controls/controls-of-type.ts";
import { faultOfRegex, isExpressionText } from "../controls/dotnet-regex.ts";

/** What reviewers hold for the least length of a good password. */
const goodLength = 12;

/** A password box that has a pattern asks for a length by it. */
export const passwordBoxesMustHaveMinLength = definitionRule(
  {
    id: "PasswordBoxes-Must-Have-Min-Length",
    title: "Passwords have a least length",
    why: "A password of any length lets the customer choose one that is guessed at once.",
    fix: 'Let "constraints.regex" ask for a length, as in ".{12,72}".',
    example: {
      bad: '{"constraints": {"regex": "^[A-Za-z0-9]+$"}}',
      good: '{"constraints": {"regex": "^[A-Za-z0-9]{12,72}$"}}',
    },
    severity: "error",
  },
  function* check(definition) {
    for (const { node, name } of controlsOfType(definition, ["Microsoft.Common.PasswordBox"])) {
      const constraints = valueAt(node, "constraints");
      if (constraints === undefined || isMissing(constraints)) {
        const message = `The password box ${name} has no "constraints".`;
        yield { at: constraints ?? node, errorId: "PasswordBox.Missing.Constraints", message };
      } else {
        const regex = valueAt(constraints, "regex");
        if (regex !== undefined && !isMissing(regex)) yield* checkRegex(name, regex);
      }
    }
  },
);

function* checkRegex(name: string, at: JsonNode): Generator<Objection> {
  const pattern = stringOf(at) ?? "";
  if (isExpressionText(pattern)) return;
  const fault = faultOfRegex(pattern);
  const lengths = [...pattern.matchAll(/\{(\d+)/g)].map((found) => Number(found[1]));
  const least = lengths.reduce((sum, length) => sum + length, 0);
  if (fault !== undefined) {
    const message = `The regular expression of the password box ${name} is not valid: ${fault}.`;
    const fix = "Correct the regular expression.";
    yield { at, errorId: "PasswordBox.Invalid.Regex", message, fix };
  } else if (lengths.length === 0) {
    const message = `The regular expression of the password box ${name} asks for no length.`;
    yield { at, errorId: "PasswordBox.Missing.Min.Length", message };
  } else if (least < goodLength) {
    const message = `The password box ${name} takes passwords of ${least} characters; ${goodLength} are advised.`;
    yield { at, errorId: "PasswordBox.Short.Min.Length", message, severity: "warning" };
  }
}
