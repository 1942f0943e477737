import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { propertiesOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { functionCalls } from "../../../../arm/template/expression.ts";
import {
  stringsWithin,
  type ParameterTrail,
} from "../../../../arm/template/references/parameter-trail.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { placeOf } from "./places-of-sizes.ts";

/** A parameter that is the size of a machine, or has it as one of its parts. */
interface SizeParameter {
  name: string;
  path: readonly string[];
}

const onlyReference =
  /^\s*\[\s*(?<kind>parameters|variables)\s*\(\s*'(?<name>[^']+)'\s*\)(?<path>(?:\s*\.\s*\w+|\s*\[\s*'\w+'\s*\])*)\s*\]\s*$/i;
/** Variables that lead to one another more often than this go round in circles. */
const mostSteps = 20;
/** What these give differs between deployments without a parameter. */
const asksAzure =
  /^(?:reference|list\w*|resourceGroup|subscription|managementGroup|deployment|field)$/i;

/** The sizes that deployments of inner templates give for parameters, and customers cannot choose. */
export function sizesFixedByDeployments(template: Template, sizes: ParameterTrail): Set<JsonNode> {
  const fixed = template.inner.flatMap(sizesPassedTo).filter((at) => {
    const given = stringOf(at);
    if (given === undefined || sizes.leadsToParameter(at)) return false;
    return !functionCalls(given).some(({ name }) => asksAzure.test(name));
  });
  return new Set(fixed);
}

/** What the deployment of an inner template gives for parameters that are sizes there. */
function sizesPassedTo(inner: Template): JsonNode[] {
  const properties = propertiesOf(valueAt(inner.node.parent?.parent, "parameters"));
  const passed = new Map(properties.map((it) => [it.name.toLowerCase(), it.value]));
  return sizeParameters(inner).flatMap(({ name, path }) => {
    // Those called vmSize are judged where they are passed, whatever becomes of them.
    if (name === "vmsize" || path.includes("vmsize")) return [];
    const value = valueAt(passed.get(name), "value");
    return (value?.type === "string" ? value : valueAt(value, ...path)) ?? [];
  });
}

const known = new WeakMap<Template, readonly SizeParameter[]>();

/** The parameters that become sizes in a template, or in those that it deploys. */
function sizeParameters(template: Template): readonly SizeParameter[] {
  const before = known.get(template);
  if (before) return before;
  const own = Array.from(template.find("vmSize"))
    .filter(({ owner }) => placeOf(owner) !== "declared")
    .flatMap(({ value }) => stringsWithin(valueAt(value, "value") ?? value));
  const found = new Map<string, SizeParameter>();
  for (const at of [...own, ...template.inner.flatMap(sizesPassedTo)]) {
    const parameter = parameterBehind(template, at);
    if (parameter) found.set(JSON.stringify(parameter), parameter);
  }
  const parameters = [...found.values()];
  known.set(template, parameters);
  return parameters;
}

/** The parameter that a string is nothing but a reference to, perhaps by way of variables. */
function parameterBehind(template: Template, string: JsonNode): SizeParameter | undefined {
  let at: JsonNode | undefined = string;
  let rest: readonly string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    const reference = referenceIn(stringOf(at));
    if (reference === undefined) return undefined;
    const path: readonly string[] = [...reference.path, ...rest];
    if (reference.isToParameter) return { name: reference.name, path };
    const variable = template.variable(reference.name);
    const isText = variable?.type === "string";
    at = isText ? variable : valueAt(variable, ...path);
    rest = isText ? path : [];
  }
  return undefined;
}

function referenceIn(text = "") {
  const { kind, name, path } = onlyReference.exec(text)?.groups ?? {};
  if (kind === undefined || name === undefined || path === undefined) return undefined;
  return {
    isToParameter: sameText(kind, "parameters"),
    name: name.toLowerCase(),
    path: Array.from(path.matchAll(/\w+/g), ([part]) => part.toLowerCase()),
  };
}
