import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { referencesTo } from "../../../../arm/template/expression.ts";
import type { Template } from "../../../../arm/template/template.ts";
import {
  namesParameter,
  ParameterTrail,
  stringsWithin,
} from "../../../../arm/template/references/parameter-trail.ts";
import { templateRule, type Objection } from "../../rule.ts";
import { sizesFixedByDeployments } from "./passed-sizes.ts";
import { placeOf, type Place } from "./places-of-sizes.ts";

/** Customers choose how large, and how dear, virtual machines are. */
export const vmSizeShouldBeAParameter = templateRule(
  {
    id: "VM-Size-Should-Be-A-Parameter",
    title: "Sizes of virtual machines are parameters",
    why: "Not every region and subscription has every size, and the size decides the price.",
    fix: `Add a parameter "vmSize" and write "[parameters('vmSize')]" here.`,
    example: {
      bad: '{ "hardwareProfile": { "vmSize": "Standard_D2_v3" } }',
      good: `{ "hardwareProfile": { "vmSize": "[parameters('vmSize')]" } }`,
    },
    severity: "error",
  },
  function* check(template) {
    const sizes = new ParameterTrail(template);
    for (const { owner, value } of template.find("vmSize")) {
      const place = placeOf(owner);
      if (place === "declared" || value.type === "null" || isChosen(sizes, value, place)) continue;
      const [at = value] = stringsWithin(valueAt(value, "value") ?? value);
      const found = fixedSize(at);
      const isAdvice = place === "elsewhere" && isBesideParameter(template, sizes, at);
      yield isAdvice ? { ...found, severity: "warning" } : found;
    }
    for (const at of sizesFixedByDeployments(template, sizes)) yield fixedSize(at);
  },
);

function fixedSize(at: JsonNode): Objection {
  const message = `The size of a virtual machine is ${sizeText(at)}, so customers cannot choose it.`;
  return { at, errorId: "VM.Size.Must.Be.Parameter", message };
}

function sizeText(node: JsonNode): string {
  const text = stringOf(node);
  return text === undefined ? "fixed" : `"${text}"`;
}

/** An inner template is passed a parameter; everywhere else a variable may stand between. */
function isChosen(sizes: ParameterTrail, value: JsonNode, place: Place): boolean {
  if (place === "elsewhere") return sizes.leadsToParameter(value);
  return stringsWithin(valueAt(value, "value")).some((it) => namesParameter(stringOf(it) ?? ""));
}

/** Reviewers' checker is content when other parts of the same variable are parameters. */
function isBesideParameter(template: Template, sizes: ParameterTrail, size: JsonNode): boolean {
  return referencesTo("variables", stringOf(size) ?? "").some((name) => {
    const variable = template.variable(name);
    return variable !== undefined && sizes.leadsToParameter(variable);
  });
}
