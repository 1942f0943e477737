import { isMissing, stringOf, valueAt } from "../../../arm/json/node.ts";
import { parameterFileRule } from "../rule.ts";

const schemaUri =
  /^https?:\/\/schema\.management\.azure\.com\/schemas\/(?:2015-01-01|2019-04-01)\/deploymentParameters\.json#?$/i;

/** A file with a version, and so no plain list of values, names its format. */
export const deploymentParametersShouldHaveSchema = parameterFileRule(
  {
    id: "DeploymentParameters-Should-Have-Schema",
    title: "Parameter files name their schema",
    why: "By the schema, tools know the file for a parameter file and check it.",
    fix: 'Set "$schema" to "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#".',
    example: {
      bad: '{"contentVersion": "1.0.0.0"}',
      good: '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "contentVersion": "1.0.0.0"}',
    },
    severity: "error",
  },
  function* check(file) {
    const schema = valueAt(file, "$schema");
    if (schema === undefined || isMissing(schema)) {
      if (isMissing(valueAt(file, "contentVersion"))) return;
      const message = 'The parameter file has no "$schema".';
      yield { at: schema ?? file, errorId: "Parameters.Missing.Schema", message };
    } else if (!schemaUri.test(stringOf(schema) ?? "")) {
      const message = '"$schema" is not one that parameter files have.';
      yield { at: schema, errorId: "Parameters.Bad.Schema", message };
    }
  },
);
