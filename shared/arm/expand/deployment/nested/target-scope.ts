import type { JsonNode } from "../../../json/json-document.ts";
import { stringOf, valueAt } from "../../../json/node.ts";
import type { ArmText, DeploymentScope } from "../../evaluate/environment.ts";
import { readValue } from "../../reading/read-value.ts";
import type { Site } from "../../reading/site.ts";
import { Symbolic } from "../../values/symbolic.ts";

/** Where a nested deployment goes: where its parent is, unless it says otherwise. */
export function targetScope(
  node: JsonNode,
  template: JsonNode,
  parent: DeploymentScope,
  site: Site,
): DeploymentScope {
  const named = scopeNamed(textOf(valueAt(node, "scope"), site), parent);
  if (named !== undefined) return named;
  const subscriptionId = textOf(valueAt(node, "subscriptionId"), site) ?? parent.subscriptionId;
  const resourceGroup = textOf(valueAt(node, "resourceGroup"), site);
  const isMoved = valueAt(node, "subscriptionId") !== undefined;
  if (resourceGroup !== undefined) {
    return { ...parent, kind: "resourceGroup", subscriptionId, resourceGroup };
  }
  const isForSubscription = schemaKind(template) === "subscription";
  if (isMoved || isForSubscription) return { ...parent, kind: "subscription", subscriptionId };
  return parent;
}

/** What kind of place a template is written for, from its schema. */
export function schemaKind(template: JsonNode): DeploymentScope["kind"] {
  const schema = stringOf(valueAt(template, "$schema")) ?? "";
  if (/subscriptionDeploymentTemplate/i.test(schema)) return "subscription";
  if (/managementGroupDeploymentTemplate/i.test(schema)) return "managementGroup";
  return /tenantDeploymentTemplate/i.test(schema) ? "tenant" : "resourceGroup";
}

const group = /^(?:\/providers\/)?Microsoft\.Management\/managementGroups\/([^/]+)$/i;
const subscription = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?$/i;

function scopeNamed(
  scope: ArmText | undefined,
  parent: DeploymentScope,
): DeploymentScope | undefined {
  if (typeof scope !== "string") return undefined;
  if (scope === "/") return { ...parent, kind: "tenant" };
  const managementGroup = group.exec(scope)?.[1];
  if (managementGroup !== undefined) return { ...parent, kind: "managementGroup", managementGroup };
  const [, subscriptionId, resourceGroup] = subscription.exec(scope) ?? [];
  if (subscriptionId === undefined) return undefined;
  if (resourceGroup === undefined) return { ...parent, kind: "subscription", subscriptionId };
  return { ...parent, kind: "resourceGroup", subscriptionId, resourceGroup };
}

function textOf(node: JsonNode | undefined, site: Site): ArmText | undefined {
  const value = node === undefined ? null : readValue(node, site);
  const isText = (typeof value === "string" && value !== "") || value instanceof Symbolic;
  return isText ? value : undefined;
}
