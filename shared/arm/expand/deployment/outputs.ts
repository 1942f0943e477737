import { propertiesOf, stringOf, valueAt } from "../../json/node.ts";
import type { JsonNode } from "../../json/json-document.ts";
import { unrolled } from "../reading/copies.ts";
import { readValue } from "../reading/read-value.ts";
import { begun, type Site } from "../reading/site.ts";
import type { ExpandedOutput } from "../expansion.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { toPlain } from "../values/plain.ts";
import { Symbolic } from "../values/symbolic.ts";

/** What a deployment of the template would give back. */
export function readOutputs(template: JsonNode, site: Site): Record<string, ExpandedOutput> {
  const outputs: [string, ExpandedOutput][] = [];
  for (const { name, value: node } of propertiesOf(valueAt(template, "outputs"))) {
    const condition = valueAt(node, "condition");
    if (condition !== undefined && readValue(condition, site) === false) continue;
    const type = stringOf(valueAt(node, "type")) ?? "any";
    const value = outputValue(name, node, begun(node, site));
    const isSecret = /^secure/i.test(type) && !(value instanceof Symbolic);
    const shown = isSecret ? new Symbolic("any", "start", `outputs('${name}')`) : value;
    outputs.push([name, { type, value: toPlain(shown, site.environment.work) }]);
  }
  return Object.fromEntries(outputs);
}

function outputValue(name: string, node: JsonNode, site: Site): ArmValue {
  const copy = valueAt(node, "copy");
  const [count, input] = [valueAt(copy, "count"), valueAt(copy, "input")];
  if (count !== undefined && input !== undefined) {
    return unrolled({ name, count, input }, site, readValue);
  }
  const value = valueAt(node, "value");
  return value === undefined ? null : readValue(value, site);
}
