import { findProperty, valueAt } from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";
import { controlsOfType } from "../controls/controls-of-type.ts";

const credentials = ["Microsoft.Common.PasswordBox", "Microsoft.Compute.CredentialsCombo"];

/** Passwords are typed twice. */
export const credentialConfirmationShouldNotBeHidden = definitionRule(
  {
    id: "Credential-Confirmation-Should-Not-Be-Hidden",
    title: "Passwords are confirmed",
    why: "A mistyped password that was not confirmed locks the customer out of the deployment.",
    fix: 'Remove "hideConfirmation", or set it to false.',
    example: {
      bad: '{"options": {"hideConfirmation": true}}',
      good: '{"options": {"hideConfirmation": false}}',
    },
    severity: "error",
  },
  function* check(definition) {
    for (const { node, name } of controlsOfType(definition, credentials)) {
      const hidden = findProperty(valueAt(node, "options"), "hideConfirmation")?.value;
      if (hidden === undefined || !/^\s*true\s*$/i.test(String(hidden.value))) continue;
      const message = `The control ${name} hides the confirmation of its password.`;
      yield { at: hidden, errorId: "CredentialConfirmation.Is.Hidden", message };
    }
  },
);
