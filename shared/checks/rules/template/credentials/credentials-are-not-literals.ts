import { sameText } from "../../../../arm/json/node.ts";
import { isExpression } from "../../../../arm/template/expression.ts";
import { looksReal } from "../../../../secrets/looks-real.ts";
import { templateRule } from "../../rule.ts";
import { isCredentialName } from "./credential-names.ts";
import { namedValues } from "./credential-values.ts";

/** The catalogue's own rule objects to these. */
const leftToCatalogue = ["adminPassword", "administratorLoginPassword"];

/** Passwords, keys and tokens of any name are no literals. */
export const credentialsAreNotLiterals = templateRule(
  {
    id: "credentials-are-not-literals",
    title: "Passwords, keys and tokens are not written out",
    why: "Everyone who can download the template knows them, and all deployments share them.",
    fix: "Take it from a secureString parameter without a default value, or from a key vault.",
    example: {
      bad: '"variables": { "clientSecret": "kx7…" }',
      good: '"parameters": { "clientSecret": { "type": "secureString" } }',
    },
    severity: "error",
    source: "Commercial marketplace certification policies, 300.4.4",
  },
  function* check(template) {
    for (const { name, value, text } of namedValues(template)) {
      if (!isCredentialName(name) || isExpression(text) || !looksReal(text, "value")) continue;
      if (leftToCatalogue.some((known) => sameText(name, known))) continue;
      // Where a secret is kept is no secret.
      if (/^https?:\/\/[^?]*$|^\/subscriptions\//i.test(text)) continue;
      const message = `${name} is written out, so everyone who gets the template knows it.`;
      yield { at: value, errorId: "Credential.Is.Literal", message };
    }
  },
);
