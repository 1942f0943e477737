import type { JsonNode } from "../../json/json-document.ts";
import { valueAt } from "../../json/node.ts";
import type { ArmText } from "../evaluate/environment.ts";
import { scopeId } from "../evaluate/scope-id.ts";
import type { ExpandedResource } from "../expansion.ts";
import { readObject, readValue } from "../reading/read-value.ts";
import { report, type Site } from "../reading/site.ts";
import type { ArmObject } from "../values/arm-value.ts";
import { plainText, toPlain, type Plain } from "../values/plain.ts";
import { Symbolic } from "../values/symbolic.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { Deployment } from "./deployment.ts";
import { isDeployment, readDecided, readIdentity } from "./header.ts";
import { hasRoom } from "./limits.ts";
import { expandNested } from "./nested/nested.ts";

/** One resource of a template, or one copy of it. */
export interface Occurrence {
  readonly node: JsonNode;
  readonly symbolicName: string | undefined;
  readonly parent: DeclaredResource | undefined;
  readonly copyName: string | undefined;
  /** How often it is copied, when that is not known. */
  readonly count: Symbolic | undefined;
}

/** Who a resource is. */
interface Named {
  type: string;
  name: ArmText;
  id: ArmText;
}

/** Adds a resource, and what it deploys in turn, to the expansion. */
export function expandOne(
  occurrence: Occurrence,
  deployment: Deployment,
  site: Site,
): DeclaredResource | undefined {
  const { node, parent, symbolicName, copyName } = occurrence;
  const identity = readIdentity(node, parent, deployment, site);
  if (identity === undefined) return undefined;
  if (symbolicName !== undefined) deployment.frame.nameResource(symbolicName, identity.id);
  const resource = deployedAs(occurrence, identity, site);
  const dependsOnNode = resource === undefined ? undefined : valueAt(node, "dependsOn");
  const declared: DeclaredResource = {
    ...{ node, symbolicName, copyName, resource, dependsOnNode },
    ...{ id: identity.id, type: identity.type, name: identity.name },
    isSure: !deployment.isConditional && isSure(resource, parent),
    dependsOn: dependsOnNode === undefined ? [] : readValue(dependsOnNode, site),
  };
  deployment.declared.push(declared);
  if (resource === undefined) return declared;
  addResource(resource, declared, deployment, site);
  return declared;
}

/** Whether nothing can keep it from being deployed, nor what it is written inside of. */
function isSure(resource?: ExpandedResource, parent?: DeclaredResource): boolean {
  const isUnknown = resource?.condition !== undefined || resource?.count !== undefined;
  return resource !== undefined && !isUnknown && parent?.isSure !== false;
}

/** What is deployed; nothing for a false condition, or what exists already. */
function deployedAs(
  occurrence: Occurrence,
  identity: Named,
  site: Site,
): ExpandedResource | undefined {
  const condition = readCondition(occurrence.node, site);
  if (condition === false || valueAt(occurrence.node, "existing")?.value === true) return undefined;
  const resource = describe(occurrence, identity, site);
  if (condition instanceof Symbolic) resource.condition = plainText(condition);
  return resource;
}

function addResource(
  resource: ExpandedResource,
  declared: DeclaredResource,
  deployment: Deployment,
  site: Site,
): void {
  const { node, name } = declared;
  if (!hasRoom(declared, deployment, site)) return;
  site.run.add(plainText(scopeId(deployment.scope)) || "/", resource);
  if (!isDeployment(resource.type)) return;
  expandNested(node, name, { ...deployment, isConditional: !declared.isSure }, site);
}

function readCondition(node: JsonNode, site: Site): boolean | Symbolic {
  const condition = valueAt(node, "condition");
  if (condition === undefined) return true;
  const value = readDecided(condition, site, "condition of a resource");
  if (typeof value === "boolean" || value instanceof Symbolic) return value;
  if (typeof value === "string" && /^(true|false)$/i.test(value)) return /^true$/i.test(value);
  report(site, condition, "condition-type", "The condition of a resource must be true or false.");
  return true;
}

const headings = new Set(
  ["type", "name", "apiVersion", "location", "condition", "copy", "dependsOn", "resources"].map(
    (name) => name.toLowerCase(),
  ),
);
const templates = new Set(["template", "parameters"]);

function describe({ node, count }: Occurrence, identity: Named, site: Site): ExpandedResource {
  const { document } = site;
  const { line, column } = document.positionAt(node.offset);
  const apiVersion = textOf(valueAt(node, "apiVersion"), site);
  const location = textOf(valueAt(node, "location"), site);
  return {
    id: plainText(identity.id),
    name: plainText(identity.name),
    type: identity.type,
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(location === undefined ? {} : { location }),
    dependsOn: [],
    ...(count === undefined ? {} : { count: plainText(count) }),
    body: bodyOf(node, identity.type, site),
    at: { file: document.file, line, column },
  };
}

function textOf(node: JsonNode | undefined, site: Site): string | undefined {
  const value = node === undefined ? null : readValue(node, site);
  const isText = typeof value === "string" || value instanceof Symbolic;
  return isText ? plainText(value) : undefined;
}

function bodyOf(node: JsonNode, type: string, site: Site): Record<string, Plain> {
  const properties = valueAt(node, "properties");
  const isNested = isDeployment(type) && properties?.type === "object";
  if (!isNested) return plainOf(readObject(node, site, headings), site);
  const body = readObject(node, site, new Set([...headings, "properties"]));
  body.set("properties", readObject(properties, site, templates));
  return plainOf(body, site);
}

function plainOf(body: ArmObject, { environment }: Site): Record<string, Plain> {
  return Object.fromEntries(
    body.entries.map(([name, value]) => [name, toPlain(value, environment.work)]),
  );
}
