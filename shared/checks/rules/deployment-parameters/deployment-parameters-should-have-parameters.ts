import { isMissing, propertiesOf, valueAt } from "../../../arm/json/node.ts";
import { parameterFileRule } from "../rule.ts";

/** Files without schema and version are plain lists of values. */
export const deploymentParametersShouldHaveParameters = parameterFileRule(
  {
    id: "DeploymentParameters-Should-Have-Parameters",
    title: "Parameter files hold parameters",
    why: "A parameter file without parameters gives the template no values.",
    fix: 'Put the values under "parameters", or remove the file.',
    example: {
      bad: '{"contentVersion": "1.0.0.0", "size": {"value": "small"}}',
      good: '{"contentVersion": "1.0.0.0", "parameters": {"size": {"value": "small"}}}',
    },
    severity: "error",
  },
  function* check(file) {
    const heads = [valueAt(file, "$schema"), valueAt(file, "contentVersion")];
    if (heads.every(isMissing)) return;
    const parameters = valueAt(file, "parameters");
    if (propertiesOf(parameters).length > 0) return;
    const message = 'The file has no "parameters", or they are empty.';
    yield { at: parameters ?? file, errorId: "Parameters.Missing.Parameters", message };
  },
);
