import type { JsonNode } from "../../json/json-document.ts";
import { itemsOf, propertiesOf, stringOf, valueAt } from "../../json/node.ts";
import type { Loop } from "../evaluate/environment.ts";
import { inLoop, readCount } from "../reading/copies.ts";
import { readValue } from "../reading/read-value.ts";
import { begun, report, type Site } from "../reading/site.ts";
import { Symbolic } from "../values/symbolic.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { Deployment } from "./deployment.ts";
import { expandOne, type Occurrence } from "./one-resource.ts";

/** Expands the resources of a template, children and copies included. */
export function expandResources(deployment: Deployment): void {
  expandIn(deployment.template, deployment, deployment.site, undefined);
}

function expandIn(
  owner: JsonNode,
  deployment: Deployment,
  site: Site,
  parent: DeclaredResource | undefined,
): void {
  for (const { node, symbolicName } of listed(owner)) {
    if (node.type !== "object") {
      report(site, node, "resource-shape", "A resource must be an object.");
      continue;
    }
    expandEach(
      { node, symbolicName, parent, copyName: undefined, count: undefined },
      deployment,
      site,
    );
  }
}

/** The members of `resources`: an array, or an object keyed by symbolic names. */
function listed(owner: JsonNode): { node: JsonNode; symbolicName: string | undefined }[] {
  const resources = valueAt(owner, "resources");
  const named = propertiesOf(resources).map(({ name, value }) => ({
    node: value,
    symbolicName: name,
  }));
  return [...itemsOf(resources).map((node) => ({ node, symbolicName: undefined })), ...named];
}

function expandEach(occurrence: Occurrence, deployment: Deployment, site: Site): void {
  const copy = valueAt(occurrence.node, "copy");
  const countNode = valueAt(copy, "count");
  if (countNode === undefined) {
    expandWithChildren(occurrence, deployment, site);
    return;
  }
  const name = copyName(copy, site) ?? occurrence.symbolicName ?? "";
  const count = readCount(countNode, site, readValue);
  const at = (index: Loop["index"], unknown?: Symbolic): boolean => {
    const loop: Loop = { name, index, kind: "resource" };
    const environment = inLoop(site.environment, loop);
    const each = { ...occurrence, copyName: name, count: unknown };
    return expandWithChildren(each, deployment, { ...site, environment });
  };
  if (count instanceof Symbolic) {
    at(new Symbolic("int", count.cause, `copyIndex('${name}')`), count);
    return;
  }
  let index = 0;
  while (index < count && at(index)) index += 1;
  if (count === 0) deployment.declared.push(nothingOf(occurrence, name));
}

function copyName(copy: JsonNode | undefined, site: Site): string | undefined {
  const node = valueAt(copy, "name");
  if (node === undefined) return undefined;
  const value = readValue(node, site);
  return typeof value === "string" ? value : stringOf(node);
}

/** Keeps the names of a copy of none, so that others may depend on it. */
function nothingOf({ node, symbolicName }: Occurrence, copyName: string): DeclaredResource {
  return {
    node,
    id: "",
    type: "",
    name: "",
    symbolicName,
    copyName,
    resource: undefined,
    isSure: false,
    dependsOn: [],
    dependsOnNode: undefined,
  };
}

/** Adds a resource with what is written inside it; false when there is no room for it. */
function expandWithChildren(occurrence: Occurrence, deployment: Deployment, site: Site): boolean {
  const { run } = site;
  run.work.spend(20);
  if (deployment.tally.isFull) return false;
  const declared = expandOne(occurrence, deployment, begun(occurrence.node, site));
  if (declared?.resource !== undefined) expandIn(occurrence.node, deployment, site, declared);
  return true;
}
