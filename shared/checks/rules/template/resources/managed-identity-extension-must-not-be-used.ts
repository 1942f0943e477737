import { valueAt } from "../../../../arm/json/node.ts";
import { stringMatches } from "../../../../arm/template/search/string-matches.ts";
import { templateRule } from "../../rule.ts";

/** Machines get their identity from Azure, not from an extension. */
export const managedIdentityExtensionMustNotBeUsed = templateRule(
  {
    id: "ManagedIdentityExtension-must-not-be-used",
    title: "The managed identity extension is not used",
    why: "The extension is retired; machines reach their identity without it.",
    fix: 'Remove the extension, and give the machine "identity": { "type": "SystemAssigned" }.',
    example: {
      bad: '{ "properties": { "type": "ManagedIdentityExtensionForLinux" } }',
      good: '{ "identity": { "type": "SystemAssigned" } }',
    },
    severity: "warning",
  },
  function* check(template) {
    const resources = valueAt(template.node, "resources");
    if (resources === undefined) return;
    for (const { at } of stringMatches(template, /ManagedIdentityExtension/gi, resources)) {
      const message = "The managed identity extension is named here.";
      yield { at, errorId: "ManagedIdentityExtension.Was.Used", message };
    }
  },
);
