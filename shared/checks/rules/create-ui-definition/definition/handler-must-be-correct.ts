import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";

const handlers = ["Microsoft.Compute.MultiVm", "Microsoft.Azure.CreateUIDef"];

/** `handler` is one of the two that the portal serves. */
export const handlerMustBeCorrect = definitionRule(
  {
    id: "Handler-Must-Be-Correct",
    title: "createUiDefinition names a known handler",
    why: "The handler decides which portal component shows the form; an unknown one shows nothing.",
    fix: `Set "handler" to "${handlers.join('" or "')}".`,
    example: {
      bad: '{"handler": "Microsoft.Compute.SingleVm"}',
      good: '{"handler": "Microsoft.Azure.CreateUIDef"}',
    },
    severity: "error",
  },
  function* check(definition) {
    const handler = valueAt(definition, "handler");
    if (isMissing(handler)) {
      const message = 'The definition has no "handler".';
      const at = handler ?? definition;
      yield { at, errorId: "CreateUIDefinition.Missing.Handler", message };
    }
    if (!handlers.some((known) => sameText(stringOf(handler), known))) {
      const message = '"handler" is not one that the portal knows.';
      const errorId = "CreateUIDefinition.Incorrect.Handler";
      yield { at: handler ?? definition, errorId, message };
    }
  },
);
