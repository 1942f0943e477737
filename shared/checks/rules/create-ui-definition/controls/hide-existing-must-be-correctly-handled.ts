import { valueAt } from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";
import { outputsOf, outputsWith } from "../outputs/form-outputs.ts";
import { comesAfter, wordPattern } from "../outputs/search-text.ts";
import { controlsOfType } from "./controls-of-type.ts";

const pickers = [
  "Microsoft.Storage.StorageAccountSelector",
  "Microsoft.Network.PublicIpAddressCombo",
  "Microsoft.Network.VirtualNetworkCombo",
];

/** The template has to know of an existing resource that it exists, and where. */
export const hideExistingMustBeCorrectlyHandled = definitionRule(
  {
    id: "HideExisting-Must-Be-Correctly-Handled",
    title: "The choice of an existing resource reaches the template",
    why: "A customer who picks an existing resource gets a new one, or a failed deployment, if the template is not told.",
    fix: "Output resourceGroup and newOrExisting of the control, or set options.hideExisting to true.",
    example: {
      bad: '{"outputs": {"account": "[basics(\'account\').name]"}}',
      good: '{"outputs": {"account": "[basics(\'account\').name]", "accountGroup": "[basics(\'account\').resourceGroup]", "accountKind": "[basics(\'account\').newOrExisting]"}}',
    },
    severity: "error",
  },
  function* check(definition) {
    const outputs = outputsOf(definition);
    for (const { node, name } of controlsOfType(definition, pickers)) {
      const hidden = valueAt(node, "options", "hideExisting");
      if (/^\s*true\s*$/i.test(String(hidden?.value))) continue;
      const own = new RegExp(wordPattern(name), "i");
      const likely = outputsWith(outputs, name);
      for (const part of ["ResourceGroup", "NewOrExisting"]) {
        const wanted = new RegExp(part, "i");
        if (likely.some(({ text }) => comesAfter(text, own, wanted))) continue;
        const message = `No output hands on ${part} of the control ${name}, where existing resources can be picked.`;
        yield { at: hidden ?? node, errorId: `Missing.Output.${part}`, message };
      }
    }
  },
);
