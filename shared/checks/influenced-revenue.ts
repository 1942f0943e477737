import type { JsonDocument, JsonNode } from "../arm/json/json-document.ts";
import { jsonPathOf } from "../arm/json/json-path.ts";
import { valueAt } from "../arm/json/node.ts";
import { constantText } from "../arm/template/constant-text.ts";
import { isDeployment } from "../arm/template/resource.ts";
import type { Template } from "../arm/template/template.ts";
import type { Finding } from "../findings/finding.ts";
import { layoutOf } from "../packages/layout/package-layout.ts";
import type { PackageContents } from "../packages/package-contents.ts";
import { modelOfPackage } from "./model/package-model.ts";

/** The plan whose package is looked at. */
export interface TrackedPlan {
  publisherId: string;
  offerId: string;
  planId: string;
}

const ruleId = "influenced-revenue-is-tracked";
const guid = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const trackingName = new RegExp(`^pid-${guid}(?:-partnercenter)?$`, "i");
const about = "https://aka.ms/aboutinfluencedrevenuetracking";

/** Whether the plan's main template itself declares the deployment that attributes its usage. */
export function checkInfluencedRevenue(plan: TrackedPlan, contents: PackageContents): Finding[] {
  const template = modelOfPackage(contents).mainTemplate;
  if (template === undefined) return [unreadable(plan, layoutOf(contents).mainTemplate?.path)];
  const own = `pid-${plan.publisherId}-${plan.offerId}-partnercenter`.toLowerCase();
  const names = template.resources
    .filter((resource) => resource.isTopLevel && isDeployment(resource))
    .map(({ node, name = "" }) => ({ node, name: constantText(template, name) ?? name }));
  const isTracking = (name: string) => trackingName.test(name) || name.toLowerCase() === own;
  if (names.some(({ name }) => isTracking(name))) return [];
  return [
    missing(
      plan,
      template,
      names.find(({ name }) => /^\W*pid-|'pid-/i.test(name)),
    ),
  ];
}

function missing(
  plan: TrackedPlan,
  template: Template,
  attempt: { node: JsonNode; name: string } | undefined,
): Finding {
  const { document } = template;
  const lacks = `The plan ${plan.planId} does not track its usage: ${document.file}`;
  const message =
    attempt === undefined
      ? `${lacks} has no deployment resource named "pid-" and a tracking GUID.`
      : `${lacks} names it "${attempt.name}", which is none of the accepted forms.`;
  const at = attempt === undefined ? valueAt(template.node, "resources") : attempt.node;
  return {
    ...finding(message, `Add this to the resources of ${document.file}: ${snippet(plan)}`),
    ...place(document, at ?? template.node),
  };
}

function unreadable(plan: TrackedPlan, file = "mainTemplate.json"): Finding {
  return {
    ...finding(
      `The usage tracking of the plan ${plan.planId} cannot be checked: ${file} cannot be read.`,
      `Correct ${file}; certification says what is wrong with it.`,
    ),
    file,
  };
}

function finding(message: string, fix: string): Finding {
  return { ruleId, severity: "error", message, fix, whose: "content", link: about };
}

function place(document: JsonDocument, node: JsonNode): Partial<Finding> {
  const { file } = document;
  return { file, ...document.regionOf(node), jsonPath: jsonPathOf(node) };
}

/** The resource to add; publishers with a registered GUID put `pid-<GUID>` in place of the name. */
function snippet(plan: TrackedPlan): string {
  const resource = {
    type: "Microsoft.Resources/deployments",
    apiVersion: "2022-09-01",
    name: `pid-${plan.publisherId}-${plan.offerId}-partnercenter`,
    properties: {
      mode: "Incremental",
      template: {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        resources: [],
      },
    },
  };
  return JSON.stringify(resource, undefined, 2);
}
