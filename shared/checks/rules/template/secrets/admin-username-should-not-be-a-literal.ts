import { templateRule } from "../../rule.ts";
import { literalCredentials } from "./admin-credential.ts";

/** Administrators' names come from the customer. */
export const adminUsernameShouldNotBeALiteral = templateRule(
  {
    id: "adminUsername-Should-Not-Be-A-Literal",
    title: "Administrator names are not literals",
    why: "A known account name is half of what an attacker has to guess.",
    fix: "Take the name from a parameter that the customer fills in.",
    example: {
      bad: '{ "adminUsername": "azureuser" }',
      good: `{ "adminUsername": "[parameters('adminUsername')]" }`,
    },
    severity: "error",
  },
  (template) =>
    literalCredentials(template, {
      properties: ["administratorLogin", "adminUsername"],
      errorPrefix: "AdminUsername",
      noun: "administrator name",
    }),
);
