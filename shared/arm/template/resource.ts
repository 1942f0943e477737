import type { JsonNode } from "../json/json-document.ts";
import { itemsOf, propertiesOf, sameText, stringOf, valueAt } from "../json/node.ts";

/** A resource declaration, wherever in a template it stands. */
export interface Resource {
  node: JsonNode;
  type: string | undefined;
  name: string | undefined;
  /** The resource it is written inside of: a parent, or the deployment of a nested template. */
  within: Resource | undefined;
  /** Whether it stands directly in the template's own list. */
  isTopLevel: boolean;
}

export const deploymentType = "Microsoft.Resources/deployments";

export function isDeployment(resource: Resource): boolean {
  return sameText(resource.type, deploymentType);
}

/** The resources of a template, each followed by what is nested in it. */
export function readResources(template: JsonNode, cuts: ReadonlySet<JsonNode>): Resource[] {
  return listed(template).flatMap((node) => withNested(node, undefined, cuts));
}

function withNested(
  node: JsonNode,
  within: Resource | undefined,
  cuts: ReadonlySet<JsonNode>,
): Resource[] {
  const resource: Resource = {
    node,
    type: stringOf(valueAt(node, "type")),
    name: stringOf(valueAt(node, "name")),
    within,
    isTopLevel: within === undefined,
  };
  const template = valueAt(node, "properties", "template");
  const isOwn = template !== undefined && isDeployment(resource) && !cuts.has(template);
  const nested = [...listed(node), ...(isOwn ? listed(template) : [])];
  return [resource, ...nested.flatMap((child) => withNested(child, resource, cuts))];
}

/** The members of `resources`, which is an array, or an object keyed by symbolic names. */
function listed(owner: JsonNode): JsonNode[] {
  const resources = valueAt(owner, "resources");
  const values = propertiesOf(resources).map((property) => property.value);
  return [...itemsOf(resources), ...values].filter((node) => node.type === "object");
}
