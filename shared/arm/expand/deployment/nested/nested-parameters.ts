import type { JsonNode } from "../../../json/json-document.ts";
import { propertiesOf, valueAt } from "../../../json/node.ts";
import { GivenParameters } from "../../frame/given-parameters.ts";
import { readValue } from "../../reading/read-value.ts";
import type { Site } from "../../reading/site.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { Symbolic } from "../../values/symbolic.ts";

/** The values that a deployment resource gives the template it deploys. */
export function givenTo(resource: JsonNode, site: Site): GivenParameters {
  const parameters = valueAt(resource, "properties", "parameters");
  const isLinked = valueAt(resource, "properties", "parametersLink") !== undefined;
  const node = parameters ?? resource;
  if (parameters?.type === "string") return computed(parameters, site);
  const values = propertiesOf(parameters).map(({ name, value }): readonly [string, ArmValue] => {
    const given = valueAt(value, "value");
    if (given !== undefined) return [name, readValue(given, site)];
    return [name, new Symbolic("any", "start", `parameters('${name}')`)];
  });
  return new GivenParameters(values, { site, node }, isLinked);
}

/** All parameters from one expression. */
function computed(node: JsonNode, site: Site): GivenParameters {
  const object = readValue(node, site);
  if (!(object instanceof ArmObject)) return new GivenParameters([], { site, node }, true);
  const values = object.entries.map(([name, entry]): readonly [string, ArmValue] => {
    const value = entry instanceof ArmObject ? entry.get("value") : undefined;
    return [name, value ?? new Symbolic("any", "start", `parameters('${name}')`)];
  });
  return new GivenParameters(values, { site, node });
}
