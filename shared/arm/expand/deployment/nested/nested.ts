import type { JsonNode } from "../../../json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../json/node.ts";
import type { ArmText } from "../../evaluate/environment.ts";
import type { TemplateSource } from "../../expansion.ts";
import { TemplateFrame } from "../../frame/template-frame.ts";
import { report, type Site } from "../../reading/site.ts";
import type { Deployment } from "../deployment.ts";
import { Tally } from "../tally.ts";
import { linkedTemplate } from "./linked-template.ts";
import { givenTo } from "./nested-parameters.ts";
import { targetScope } from "./target-scope.ts";

const deepest = 12;

/** Expands the template that a deployment resource brings along or points at. */
export function expandNested(node: JsonNode, name: ArmText, around: Deployment, site: Site): void {
  const properties = valueAt(node, "properties");
  const template = valueAt(properties, "template");
  if (around.depth >= deepest) {
    report(site, node, "too-deep", `Deployments are nested more than ${deepest} deep.`);
    return;
  }
  if (template?.type === "object") {
    expandInline(node, name, { ...around, template }, site);
    return;
  }
  const linked = linkedTemplate(properties, site, around.frame.address);
  if (linked !== undefined) {
    expandOwn(node, name, { ...around, template: linked.node }, { ...linked, site });
  }
}

function expandInline(node: JsonNode, name: ArmText, around: Deployment, site: Site): void {
  const { template } = around;
  if (isInner(node, around)) {
    const source: TemplateSource = { document: site.document, node: template };
    expandOwn(node, name, around, { ...source, address: undefined, site });
    return;
  }
  const scope = targetScope(node, template, around.scope, site);
  around.expand({
    ...around,
    site,
    scope,
    depth: around.depth + 1,
    declared: [],
    tally: new Tally(),
  });
}

function expandOwn(
  node: JsonNode,
  name: ArmText,
  around: Deployment,
  source: TemplateSource & { address: string | undefined; site: Site },
): void {
  const { site, address } = source;
  const { run } = site;
  const scope = targetScope(node, source.node, around.scope, site);
  const given = givenTo(node, site);
  const frame = new TemplateFrame({ run, source, given, scope, deploymentName: name, address });
  frame.readAll();
  const depth = around.depth + 1;
  around.expand({
    ...around,
    site: frame.site,
    frame,
    scope,
    depth,
    declared: [],
    tally: new Tally(),
  });
}

function isInner(node: JsonNode, around: Deployment): boolean {
  const asked = stringOf(valueAt(node, "properties", "expressionEvaluationOptions", "scope"));
  if (asked !== undefined && !sameText(asked, "notSpecified")) return sameText(asked, "inner");
  return stringOf(valueAt(around.template, "languageVersion"))?.startsWith("2.") === true;
}
