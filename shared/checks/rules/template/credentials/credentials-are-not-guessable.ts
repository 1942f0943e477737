import { isExpression } from "../../../../arm/template/expression.ts";
import { templateRule } from "../../rule.ts";
import { isPasswordName } from "./credential-names.ts";
import { namedValues } from "./credential-values.ts";
import { sourcesOf } from "./known-sources.ts";

/** A password made of names and ids can be made again by whoever knows them. */
export const credentialsAreNotGuessable = templateRule(
  {
    id: "credentials-are-not-guessable",
    title: "Passwords are not computed from what is known",
    why: "uniqueString and guid draw nothing: the same names and ids always give the same text.",
    fix: 'Take it from a secureString parameter, or give that parameter the default "[newGuid()]".',
    example: {
      bad: '"adminPassword": "[concat(\'P\', uniqueString(resourceGroup().id))]"',
      good: '"adminPassword": { "type": "secureString", "defaultValue": "[newGuid()]" }',
    },
    severity: "error",
    source: "Commercial marketplace certification policies, 300.4.4",
  },
  function* check(template) {
    for (const { name, value, text } of namedValues(template)) {
      if (!isPasswordName(name) || !isExpression(text)) continue;
      const { isSecret, isDerived, isAssembled } = sourcesOf(template, text);
      if (isSecret || !(isDerived || isAssembled)) continue;
      const how = isDerived ? "computed from names and ids" : "put together from what is known";
      const message = `${name} is ${how}, so it can be worked out.`;
      yield { at: value, errorId: "Credential.Is.Guessable", message };
    }
  },
);
