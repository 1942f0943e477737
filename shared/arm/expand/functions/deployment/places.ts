import type { Environment } from "../../evaluate/environment.ts";
import { fail } from "../../evaluate/failure.ts";
import { scopeId } from "../../evaluate/scope-id.ts";
import { ArmObject } from "../../values/arm-value.ts";
import { joinedText, Symbolic } from "../../values/symbolic.ts";
import { symbolic, type FunctionTable } from "../template-function.ts";
import { cloud } from "./cloud.ts";

export const places: FunctionTable = {
  resourcegroup: symbolic(0, "object", (_, environment) => resourceGroup(environment)),
  subscription: symbolic(0, "object", (_, environment) => subscription(environment)),
  managementgroup: symbolic(0, "object", (_, { frame: { scope } }) => {
    const name = scope.managementGroup;
    return ArmObject.of([
      ["id", scopeId({ ...scope, kind: "managementGroup" })],
      ["name", name],
      ["type", "Microsoft.Management/managementGroups"],
      ["properties", new Symbolic("object", "start", "managementGroup().properties")],
    ]);
  }),
  tenant: symbolic(0, "object", (_, { frame }) =>
    ArmObject.of([
      ["id", `/tenants/${frame.scope.tenantId}`],
      ["tenantId", frame.scope.tenantId],
      ["countryCode", new Symbolic("string", "start", "tenant().countryCode")],
      ["displayName", new Symbolic("string", "start", "tenant().displayName")],
    ]),
  ),
  deployment: symbolic(0, "object", (_, environment) => deployment(environment)),
  deployer: symbolic(0, "object", (_, { frame }) =>
    ArmObject.of([
      ["objectId", new Symbolic("string", "start", "deployer().objectId")],
      ["tenantId", frame.scope.tenantId],
      ["userPrincipalName", new Symbolic("string", "start", "deployer().userPrincipalName")],
    ]),
  ),
  environment: symbolic(0, "object", () => cloud),
};

function resourceGroup({ frame: { scope } }: Environment): ArmObject {
  if (scope.kind !== "resourceGroup") {
    return fail(
      "the deployment does not run in a resource group: give it one, or use its parameters",
    );
  }
  return ArmObject.of([
    ["id", scopeId(scope)],
    ["name", scope.resourceGroup],
    ["type", "Microsoft.Resources/resourceGroups"],
    ["location", scope.location],
    ["managedBy", new Symbolic("string", "start", "resourceGroup().managedBy")],
    ["tags", new Symbolic("object", "start", "resourceGroup().tags")],
    ["properties", ArmObject.of([["provisioningState", "Succeeded"]])],
  ]);
}

function subscription({ frame: { scope } }: Environment): ArmObject {
  return ArmObject.of([
    ["id", joinedText(["/subscriptions/", scope.subscriptionId])],
    ["subscriptionId", scope.subscriptionId],
    ["tenantId", scope.tenantId],
    ["displayName", new Symbolic("string", "start", "subscription().displayName")],
  ]);
}

function deployment({ frame }: Environment): ArmObject {
  const { address, scope } = frame;
  const link = ArmObject.of(address === undefined ? [] : [["uri", address]]);
  const properties = ArmObject.of([
    ...(address === undefined ? [] : [["templateLink", link] as const]),
    ["template", new Symbolic("object", "start", "deployment().properties.template")],
    ["templateHash", new Symbolic("string", "start", "deployment().properties.templateHash")],
    ["parameters", new Symbolic("object", "start", "deployment().properties.parameters")],
    ["mode", "Incremental"],
    ["provisioningState", "Accepted"],
  ]);
  const id = joinedText([
    scopeId(scope),
    "/providers/Microsoft.Resources/deployments/",
    frame.deploymentName,
  ]);
  return ArmObject.of([
    ["id", id],
    ["name", frame.deploymentName],
    ["location", scope.location],
    ["properties", properties],
  ]);
}
