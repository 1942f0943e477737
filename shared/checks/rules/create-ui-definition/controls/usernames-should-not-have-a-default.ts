import { isMissing, valueAt } from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";
import { controlsOfType } from "./controls-of-type.ts";

/** The customer thinks up the name of the administrator. */
export const usernamesShouldNotHaveADefault = definitionRule(
  {
    id: "Usernames-Should-Not-Have-A-Default",
    title: "User names have no default",
    why: "A default name is the same in every deployment, so half of the credential is known.",
    fix: 'Remove the "defaultValue" of the control.',
    example: {
      bad: '{"type": "Microsoft.Compute.UserNameTextBox", "defaultValue": "azureuser"}',
      good: '{"type": "Microsoft.Compute.UserNameTextBox"}',
    },
    severity: "error",
  },
  function* check(definition) {
    for (const { node, name } of controlsOfType(definition, [
      "Microsoft.Compute.UserNameTextBox",
    ])) {
      const value = valueAt(node, "defaultValue");
      if (value === undefined || isMissing(value)) continue;
      const message = `The user name ${name} has a default.`;
      yield { at: value, errorId: "UserNameTextBox.Has.Default", message };
    }
  },
);
