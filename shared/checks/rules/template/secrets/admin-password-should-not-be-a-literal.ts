import { templateRule } from "../../rule.ts";
import { literalCredentials } from "./admin-credential.ts";

/** Administrators' passwords come from the customer. */
export const adminPasswordShouldNotBeALiteral = templateRule(
  {
    id: "adminPassword-Should-Not-Be-A-Literal",
    title: "Administrator passwords are not literals",
    why: "A password in a template is known to everyone who can download the template.",
    fix: "Take the password from a secureString parameter without a default value.",
    example: {
      bad: '{ "adminPassword": "Passw0rd" }',
      good: `{ "adminPassword": "[parameters('adminPassword')]" }`,
    },
    severity: "error",
  },
  (template) =>
    literalCredentials(template, {
      properties: ["administratorLoginPassword", "adminPassword"],
      errorPrefix: "AdminPassword",
      noun: "administrator password",
    }),
);
