import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { deploymentsIn } from "../../../../arm/template/deployments.ts";
import { templateRule } from "../../rule.ts";

/** Deployments keep no record of what they send and receive. */
export const deploymentResourcesMustNotBeDebug = templateRule(
  {
    id: "Deployment-Resources-Must-Not-Be-Debug",
    title: "Deployments are not in debug mode",
    why: "Debug mode keeps requests and responses in the deployment history, secrets included.",
    fix: 'Remove debugSetting, or set its detailLevel to "None".',
    example: {
      bad: '{ "debugSetting": { "detailLevel": "requestContent" } }',
      good: '{ "debugSetting": { "detailLevel": "None" } }',
    },
    severity: "error",
  },
  function* check(template) {
    for (const deployment of deploymentsIn(template)) {
      const at = valueAt(deployment, "properties", "debugSetting", "detailLevel");
      if (at === undefined || isMissing(at) || sameText(stringOf(at), "None")) continue;
      const given = stringOf(at);
      const kind = given === undefined ? "LogDetail" : "DebugSetting";
      const message = `A deployment records the detail level ${given ?? "that is not a string"}.`;
      yield { at, errorId: `Deployment.Resource.Has.${kind}`, message };
    }
  },
);
