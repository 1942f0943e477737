import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { Ranges } from "../../../../arm/json/ranges.ts";
import { containsExpression } from "../../../../arm/template/expression.ts";
import { deploymentType } from "../../../../arm/template/resource.ts";
import type { Template, TemplateParameter } from "../../../../arm/template/template.ts";
import { templateRule, type Objection } from "../../rule.ts";

const allowedDefaults = ["[resourceGroup().location]", "[deployment().location]", "global"];
const deploymentLocation = /(?:resourceGroup|deployment)\s*\(\s*\)\s*\.\s*location/i;
const everyDeploymentLocation = new RegExp(deploymentLocation, "gi");

/** Where things go is the customer's choice, made through one parameter. */
export const locationShouldNotBeHardcoded = templateRule(
  {
    id: "Location-Should-Not-Be-Hardcoded",
    title: "Locations are not written out",
    why: "Customers choose the region, and not every region has every service.",
    fix: `Use a string parameter "location" that defaults to "[resourceGroup().location]" in the main template, and "[parameters('location')]" everywhere else.`,
    example: {
      bad: '{ "resources": [{ "location": "westus" }] }',
      good: `{ "resources": [{ "location": "[parameters('location')]" }] }`,
    },
    severity: "error",
  },
  function* check(template) {
    const parameter = template.parameter("location");
    if (parameter !== undefined) yield* checkParameter(template, parameter);
    yield* checkUses(template);
    yield* checkResources(template);
  },
);

function* checkParameter(template: Template, parameter: TemplateParameter): Generator<Objection> {
  const { key, node, type, defaultValue } = parameter;
  if (!sameText(type, "string")) {
    const message = `The parameter location is of type ${type ?? "none"} instead of string.`;
    const at = valueAt(node, "type") ?? key;
    yield { at, errorId: "Location.Parameter.TypeMisMatch", message };
  }
  if (defaultValue === undefined || isMissing(defaultValue)) return;
  if (template.role === "main") yield* checkMainDefault(defaultValue);
  else if (!deploymentLocation.test(stringOf(defaultValue) ?? "")) {
    const message = "The parameter location of a template that another deploys has a default.";
    const fix = "Remove the defaultValue and pass the location on.";
    yield { at: defaultValue, errorId: "Location.Parameter.DefaultValuePresent", message, fix };
  }
}

function* checkMainDefault(defaultValue: JsonNode): Generator<Objection> {
  const given = stringOf(defaultValue)?.trim();
  const isAllowed = allowedDefaults.some((allowed) => sameText(given, allowed));
  if (isAllowed) return;
  const message = `The parameter location defaults to "${given ?? "no string"}".`;
  yield { at: defaultValue, errorId: "Location.Parameter.Hardcoded", message };
}

/** The deployment's own location may be asked for in parameters and by deployments only. */
function* checkUses(template: Template): Generator<Objection> {
  const parameters = valueAt(template.node, "parameters");
  const own = parameters === undefined ? [] : [parameters];
  const allowed = new Ranges([...own, ...deployments(template)]);
  for (const match of template.text.matchAll(everyDeploymentLocation)) {
    const at = template.node.offset + match.index;
    if (allowed.has(at)) continue;
    const message = `${match[0]} is used where the parameter location belongs.`;
    yield { at, errorId: "Location.Parameter.Should.Be.Used", message };
  }
}

function deployments(template: Template): JsonNode[] {
  return Array.from(template.find("type"))
    .filter(({ value }) => sameText(stringOf(value), deploymentType))
    .map(({ owner }) => owner);
}

function* checkResources(template: Template): Generator<Objection> {
  for (const resource of template.resources) {
    const location = valueAt(resource.node, "location");
    if (location === undefined || isMissing(location)) continue;
    const given = stringOf(location) ?? "";
    if (sameText(given, "global") || containsExpression(given)) continue;
    const message = `The location of the resource ${resource.name ?? "without a name"} is "${given}".`;
    yield { at: location, errorId: "Location.Hardcoded", message };
  }
}
