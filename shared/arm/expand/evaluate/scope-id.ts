import { joinedText } from "../values/symbolic.ts";
import type { ArmText, DeploymentScope } from "./environment.ts";

/** The id of the place a deployment runs in; empty for a tenant. */
export function scopeId(scope: DeploymentScope): ArmText {
  switch (scope.kind) {
    case "tenant":
      return "";
    case "managementGroup":
      return joinedText([
        "/providers/Microsoft.Management/managementGroups/",
        scope.managementGroup,
      ]);
    case "subscription":
      return joinedText(["/subscriptions/", scope.subscriptionId]);
    case "resourceGroup":
      return joinedText([
        "/subscriptions/",
        scope.subscriptionId,
        "/resourceGroups/",
        scope.resourceGroup,
      ]);
  }
}
