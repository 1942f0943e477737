import { valueAt } from "../../json/node.ts";
import { templateLimits } from "../../template/template-limits.ts";
import { report, type Site } from "../reading/site.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { Deployment } from "./deployment.ts";

const mostCharacters = templateLimits.characters;

/** Counts a resource; false, with a word on it, when its deployment has too many. */
export function hasRoom(
  { node, copyName, isSure }: DeclaredResource,
  { tally }: Deployment,
  site: Site,
): boolean {
  const { mostResources } = site.run;
  if (tally.shown < mostResources) {
    tally.shown += 1;
    if (isSure) tally.sure += 1;
    return true;
  }
  tally.isFull = true;
  const count = copyName === undefined ? undefined : valueAt(node, "copy", "count");
  const code = isSure && tally.sure === tally.shown ? "resource-limit" : "resources-hidden";
  const message = `With this the deployment has more than ${mostResources} resources, copies counted; the others are not shown.`;
  report(site, count ?? node, code, message);
  return false;
}

/** Reports a deployment whose resources are more text than Azure takes. */
export function reportSize({ declared, site, template }: Deployment): void {
  let characters = 0;
  for (const { resource, isSure } of declared) {
    if (!isSure || resource === undefined) continue;
    characters += JSON.stringify(resource).length;
    if (characters <= mostCharacters) continue;
    const message = `With its copies, variables and parameters in their places, the template has more than ${mostCharacters} characters.`;
    report(site, template, "template-size", message);
    return;
  }
}
