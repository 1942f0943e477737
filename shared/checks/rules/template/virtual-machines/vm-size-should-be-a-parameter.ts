import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { constantText } from "../../../../arm/template/constant-text.ts";
import type { Template } from "../../../../arm/template/template.ts";
import {
  namesParameter,
  ParameterTrail,
  stringsWithin,
} from "../../../../arm/template/references/parameter-trail.ts";
import { templateRule, type Objection } from "../../rule.ts";

const onlyParameter = /^\s*\[\s*parameters\s*\(\s*'(?<name>[^']+)'\s*\)\s*\]\s*$/i;

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
      yield fixedSize(at);
    }
    yield* fixedByDeployments(template);
  },
);

function fixedSize(at: JsonNode): Objection {
  const message = `The size of a virtual machine is ${sizeText(at)}, so customers cannot choose it.`;
  return { at, errorId: "VM.Size.Must.Be.Parameter", message };
}

function* fixedByDeployments(template: Template): Generator<Objection> {
  for (const inner of template.inner) {
    for (const at of sizesPassedTo(inner)) {
      const given = stringOf(at);
      if (given !== undefined && constantText(template, given) !== undefined) yield fixedSize(at);
    }
  }
}

/** What the deployment of an inner template gives for parameters that are sizes there. */
function sizesPassedTo(inner: Template): JsonNode[] {
  const passed = valueAt(inner.node.parent?.parent, "parameters");
  const names = [...inner.find("vmSize")].map(({ value }) => onlyParameterOf(value));
  return (
    [...new Set(names)]
      // Those called vmSize are judged where they are passed, whatever becomes of them.
      .filter((name) => name !== undefined && name !== "vmsize")
      .flatMap((name = "") => valueAt(passed, name, "value") ?? [])
  );
}

function onlyParameterOf(value: JsonNode): string | undefined {
  return onlyParameter.exec(stringOf(value) ?? "")?.groups?.["name"]?.toLowerCase();
}

type Place = "declared" | "passed to an inner template" | "elsewhere";

/** An inner template is passed a parameter; everywhere else a variable may stand between. */
function isChosen(sizes: ParameterTrail, value: JsonNode, place: Place): boolean {
  if (place === "elsewhere") return sizes.leadsToParameter(value);
  return stringsWithin(valueAt(value, "value")).some((it) => namesParameter(stringOf(it) ?? ""));
}

function sizeText(node: JsonNode): string {
  const text = stringOf(node);
  return text === undefined ? "fixed" : `"${text}"`;
}

/** Parameters are declared in a template and passed in the properties of a deployment. */
function placeOf(owner: JsonNode): Place {
  let isDeclared = false;
  for (let at: JsonNode | undefined = owner; at !== undefined; at = at.parent) {
    if (!isValueOf(at, "parameters")) continue;
    const around = at.parent?.parent;
    if (around !== undefined && isValueOf(around, "properties")) {
      const scope = stringOf(valueAt(around, "expressionEvaluationOptions", "scope"));
      return at === owner && sameText(scope, "inner") ? "passed to an inner template" : "elsewhere";
    }
    isDeclared = true;
  }
  return isDeclared ? "declared" : "elsewhere";
}

function isValueOf(node: JsonNode, name: string): boolean {
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return sameText(stringOf(key), name);
}
