import type { JsonNode } from "../../json/json-document.ts";
import { stringOf, valueAt } from "../../json/node.ts";
import type { ArmText } from "../evaluate/environment.ts";
import { scopeId } from "../evaluate/scope-id.ts";
import { readValue } from "../reading/read-value.ts";
import { report, type Site } from "../reading/site.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { joinedText, Symbolic } from "../values/symbolic.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { Deployment } from "./deployment.ts";
import { nameSegments, resourceIdOf, type Identity } from "./resource-id.ts";

/** Who a resource is, and the id that follows from it; undefined when that cannot be read. */
export function readIdentity(
  node: JsonNode,
  parent: DeclaredResource | undefined,
  deployment: Deployment,
  site: Site,
): (Identity & { id: ArmText }) | undefined {
  const type = readText(node, "type", site);
  const name = readText(node, "name", site);
  if (typeof type !== "string" || name === undefined) return undefined;
  const isWithin = parent !== undefined && !type.includes(".");
  const identity: Identity = {
    type: isWithin ? `${parent.type}/${type}` : type,
    name: isWithin ? joinedText([parent.name, "/", name]) : name,
    extended: isWithin ? undefined : (parent?.id ?? extendedBy(node, deployment, site)),
  };
  site.run.work.spendText(8 * (typeof name === "string" ? name.length : name.text.length));
  checkSegments(identity, node, site);
  return { ...identity, id: resourceIdOf(identity, deployment.scope) };
}

/** A property that must be known before the deployment starts. */
export function readDecided(node: JsonNode, site: Site, what: string): ArmValue {
  const value = readValue(node, site);
  if (value instanceof Symbolic && value.cause === "runtime") {
    const message = `The ${what} must be known before the deployment starts: do not use reference() or list functions in it.`;
    report(site, node, "runtime-function", message);
  }
  return value;
}

function readText(node: JsonNode, property: "type" | "name", site: Site): ArmText | undefined {
  const value = valueAt(node, property);
  const message = `A resource must have a ${property}, which is a string.`;
  if (value === undefined) {
    report(site, node, `resource-${property}`, message);
    return undefined;
  }
  const text = readDecided(value, site, `${property} of a resource`);
  if (typeof text === "string" || text instanceof Symbolic) return text;
  report(site, value, `resource-${property}`, message);
  return undefined;
}

/** The resource that a `scope` property names: by id, or as `type/name` in the same place. */
function extendedBy(node: JsonNode, deployment: Deployment, site: Site): ArmText | undefined {
  const scope = valueAt(node, "scope");
  if (scope === undefined || isDeployment(stringOf(valueAt(node, "type")))) return undefined;
  const value = readValue(scope, site);
  if (value instanceof Symbolic) return value;
  if (typeof value !== "string") return undefined;
  if (value.startsWith("/")) return value === "/" ? "" : value;
  return joinedText([scopeId(deployment.scope), "/providers/", value]);
}

function checkSegments({ type, name }: Identity, node: JsonNode, site: Site): void {
  const wanted = type.split("/").length - 1;
  const found = nameSegments(name).length;
  if (wanted === found || typeof name !== "string") return;
  const message = `The name of a resource of type "${type}" must have ${wanted} segments, but has ${found}.`;
  report(site, valueAt(node, "name") ?? node, "name-segments", message);
}

export function isDeployment(type: string | undefined): boolean {
  return type?.toLowerCase() === "microsoft.resources/deployments";
}
