import { blankValues } from "../../../../arm/json/blank-values.ts";
import { sameText } from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";

const mayBeBlank = ["basics", "defaultValue", "steps"];

/** Nothing in the form is left blank but what may be. */
export const createUiDefinitionMustNotHaveBlanks = definitionRule(
  {
    id: "CreateUIDefinition-Must-Not-Have-Blanks",
    title: "createUiDefinition has no blank values",
    why: "A blank value is usually a forgotten one, and shows as a gap in the form.",
    fix: "Give the property a value, or remove it.",
    example: { bad: '{"placeholder": ""}', good: '{"placeholder": "ledger-01"}' },
    severity: "warning",
  },
  function* check(definition) {
    for (const { name, value } of blankValues(definition)) {
      if (mayBeBlank.some((allowed) => sameText(name, allowed))) continue;
      const message = `The value of ${name} is blank.`;
      yield { at: value, errorId: "CreateUIDefinition.Has.Blank", message };
    }
  },
);
