import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { findProperties } from "../../../../arm/json/walk.ts";
import { definitionRule } from "../../rule.ts";

const withoutTooltip = [
  "Microsoft.Common.EditableGrid",
  "Microsoft.Common.InfoBox",
  "Microsoft.Common.Section",
  "Microsoft.Common.TextBlock",
  "Microsoft.Solutions.ArmApiControl",
  "Microsoft.Solutions.GraphApiControl",
  "Microsoft.Solutions.JitConfigurator",
];

/** Every control that can have a tool tip has one. */
export const tooltipsShouldBePresent = definitionRule(
  {
    id: "Tooltips-Should-Be-Present",
    title: "Controls explain themselves by a tool tip",
    why: "The tool tip is the only help a customer gets while filling in the form.",
    fix: 'Add a "toolTip" that says what to enter and what it is used for.',
    example: {
      bad: '{"type": "Microsoft.Common.TextBox", "label": "Name"}',
      good: '{"type": "Microsoft.Common.TextBox", "label": "Name", "toolTip": "What the ledger is called."}',
    },
    severity: "error",
  },
  function* check(definition) {
    for (const { value, owner } of findProperties(definition, ["type"])) {
      const type = stringOf(value) ?? "";
      const isControl = /^microsoft\..*\./i.test(type);
      if (!isControl || withoutTooltip.some((exempt) => sameText(type, exempt))) continue;
      const tip = valueAt(owner, "toolTip");
      if (!isBlank(tip)) continue;
      const name = stringOf(valueAt(owner, "name")) ?? "without a name";
      const message = `The control ${name} (${type}) has no toolTip.`;
      yield { at: tip ?? owner, message };
    }
  },
);

/** Controls of several fields have one tip per field, in an object. */
function isBlank(tip: JsonNode | undefined): boolean {
  return isMissing(tip) || stringOf(tip)?.trim() === "";
}
