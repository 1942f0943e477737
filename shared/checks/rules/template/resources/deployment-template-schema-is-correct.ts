import { findProperty, isMissing, sameText, stringOf } from "../../../../arm/json/node.ts";
import { templateRule } from "../../rule.ts";

const host = "https://schema.management.azure.com/schemas/";
const outdated = `${host}2015-01-01/deploymentTemplate.json#`;
const schemas = [
  outdated,
  `${host}2019-04-01/deploymentTemplate.json#`,
  `${host}2018-05-01/subscriptionDeploymentTemplate.json#`,
  `${host}2019-08-01/tenantDeploymentTemplate.json#`,
  `${host}2019-08-01/managementGroupDeploymentTemplate.json#`,
];

/** Templates say what they are. */
export const deploymentTemplateSchemaIsCorrect = templateRule(
  {
    id: "DeploymentTemplate-Schema-Is-Correct",
    title: "Templates name their schema",
    why: "The schema decides which features the template engine allows.",
    fix: `Set "$schema" to "${host}2019-04-01/deploymentTemplate.json#".`,
    example: {
      bad: `{ "$schema": "${host}2014-04-01-preview/deploymentTemplate.json#" }`,
      good: `{ "$schema": "${host}2019-04-01/deploymentTemplate.json#" }`,
    },
    severity: "warning",
  },
  function* check({ node }) {
    const given = findProperty(node, "$schema")?.value;
    if (given === undefined || isMissing(given)) {
      const message = "The template has no $schema.";
      yield { at: given ?? node, errorId: "Template.Missing.Schema", message };
      return;
    }
    const text = stringOf(given);
    if (!schemas.some((schema) => sameText(text, schema))) {
      const message = `The $schema ${text ?? "is no string, and"} is not that of a template.`;
      yield { at: given, errorId: "Template.Bad.Schema", message };
    } else if (sameText(text, outdated)) {
      const message = "The $schema is of 2015; that of 2019-04-01 has replaced it.";
      yield { at: given, message, severity: "warning" };
    }
  },
);
