import { findProperty, isMissing, stringOf, valueAt } from "../../../arm/json/node.ts";
import { parameterFileRule } from "../rule.ts";

/** Files without a schema are plain lists of values, which need no version. */
export const deploymentParametersShouldHaveContentVersion = parameterFileRule(
  {
    id: "DeploymentParameters-Should-Have-ContentVersion",
    title: "Parameter files have a contentVersion",
    why: "A deployment with a parameter file that has no contentVersion is refused.",
    fix: 'Set "contentVersion" to four numbers, such as "1.0.0.0".',
    example: { bad: '{"contentVersion": 1}', good: '{"contentVersion": "1.0.0.0"}' },
    severity: "error",
  },
  function* check(file) {
    const at = findProperty(file, "contentVersion")?.value;
    const version = stringOf(at);
    if (at === undefined || isMissing(at)) {
      if (isMissing(valueAt(file, "$schema"))) return;
      const message = 'The parameter file has no "contentVersion".';
      yield { at: at ?? file, errorId: "Parameters.Missing.ContentVersion", message };
    } else if (version === undefined) {
      yield { at, errorId: "ContentVersion.Not.String", message: '"contentVersion" is no string.' };
    } else if (!/^\d+\.\d+\.\d+\.\d+$/.test(version)) {
      const message = `"contentVersion" is ${version} rather than four numbers.`;
      yield { at, errorId: "ContentVersion.Bad.Format", message, severity: "warning" };
    }
  },
);
