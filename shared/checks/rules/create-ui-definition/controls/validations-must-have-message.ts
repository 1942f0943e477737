import { isMissing, itemsOf, valueAt } from "../../../../arm/json/node.ts";
import { findProperties } from "../../../../arm/json/walk.ts";
import { definitionRule } from "../../rule.ts";

/** A refused input is explained. */
export const validationsMustHaveMessage = definitionRule(
  {
    id: "Validations-Must-Have-Message",
    title: "Validations explain themselves by a message",
    why: "Without a message the customer sees that an input is refused, and not why.",
    fix: 'Add a "message" that says what the input must look like.',
    example: {
      bad: '{"validations": [{"regex": "^[a-z]{3,9}$"}]}',
      good: '{"validations": [{"regex": "^[a-z]{3,9}$", "message": "3 to 9 small letters"}]}',
    },
    severity: "error",
  },
  function* check(definition) {
    for (const { value } of findProperties(definition, ["validations"])) {
      for (const entry of value.type === "object" ? [value] : itemsOf(value)) {
        const given = valueAt(entry, "message");
        if (entry.type === "object" && isMissing(given)) {
          const message = 'An entry of "validations" has no "message".';
          yield { at: given ?? entry, errorId: "Validations.Missing.Message", message };
        }
      }
    }
  },
);
