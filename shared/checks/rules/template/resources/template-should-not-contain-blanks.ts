import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { nodesWithin } from "../../../../arm/template/search/nodes-within.ts";
import { propertiesOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { Ranges } from "../../../../arm/json/ranges.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { TypeChain } from "../../../../arm/template/search/type-chain.ts";
import { templateRule } from "../../rule.ts";

/** Properties that are often blank on purpose, and make blanks beside them plausible. */
const mayBeBlank = new Set(
  "resources outputs variables parameters functions properties template defaultValue value accessPolicies promotionCode inputs notEquals clientId allowedCallerIpAddresses workerPools AzureMonitor requiredDataConnectors"
    .toLowerCase()
    .split(" "),
);
/** Names that are chosen by the publisher or by Azure, and say everything themselves. */
const namesItself = /^\s*(?:\[|\/subscriptions\/)/i;
const freeParts = [
  { type: "Microsoft.Web/sites/config", path: ["properties"] },
  { type: "Microsoft.Insights/workbooks", path: ["properties", "serializedData"] },
];

/** Properties have a value, or are not there. */
export const templateShouldNotContainBlanks = templateRule(
  {
    id: "Template-Should-Not-Contain-Blanks",
    title: "Properties are not left blank",
    why: "A blank is a value to Azure: it can undo a setting that leaving the property out would keep.",
    fix: "Give the property a value, or remove it.",
    example: { bad: '{ "tags": {}, "kind": "" }', good: '{ "kind": "StorageV2" }' },
    severity: "warning",
  },
  function* check(template) {
    const free = new Ranges(partsThatMayHoldBlanks(template));
    for (const owner of nodesWithin(template.node, template.cuts)) {
      const properties = propertiesOf(owner);
      if (properties.some(({ name }) => mayBeBlank.has(name.toLowerCase()))) continue;
      for (const { name, value: at } of properties) {
        if (!isBlank(at) || namesItself.test(name) || free.has(at.offset)) continue;
        const message = `The property ${name} is blank.`;
        yield { at, errorId: "Template.Should.Not.Contain.Blanks", message };
      }
    }
  },
);

function isBlank(value: JsonNode): boolean {
  if (value.type === "null") return true;
  if (value.type === "string") return stringOf(value)?.trim() === "";
  return value.children?.length === 0;
}

function* partsThatMayHoldBlanks(template: Template): Generator<JsonNode> {
  const types = new TypeChain(template);
  for (const { owner, value } of template.find("type")) {
    if (!/(?:config|workbooks)$/i.test(stringOf(value) ?? "")) continue;
    const full = types.fullType(owner);
    const free = freeParts.find(({ type }) => sameText(full, type));
    const part = free === undefined ? undefined : valueAt(owner, ...free.path);
    if (part !== undefined) yield part;
  }
}
