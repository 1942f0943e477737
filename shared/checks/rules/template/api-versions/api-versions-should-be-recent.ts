import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { itemsOf, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { isFromBicep } from "../../../../arm/template/generator.ts";
import { matchingProperties } from "../../../../arm/template/search/matching-properties.ts";
import { deploymentType } from "../../../../arm/template/resource.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { TypeChain } from "../../../../arm/template/search/type-chain.ts";
import type { CertificationFacts } from "../../../facts/certification-facts.ts";
import { rule, type Objection } from "../../rule.ts";
import { dayOf, judgeApiVersion } from "./judge-api-version.ts";

const switchOff = "disable-apiVersions-should-be-recent";

/** Resources use an API version of the last two years, or the newest. */
export const apiVersionsShouldBeRecent = rule(
  {
    id: "apiVersions-Should-Be-Recent",
    title: "API versions of resources are recent",
    why: "Old API versions are retired, and previews change or go away without notice.",
    fix: 'Write the newest stable API version of the resource type, as text like "2024-01-01".',
    example: {
      bad: '{ "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2015-06-15" }',
      good: '{ "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2025-06-01" }',
    },
    severity: "warning",
  },
  function* check({ templates, facts }) {
    for (const template of templates) {
      const { document } = template;
      for (const objection of checkTemplate(template, facts)) yield { ...objection, document };
    }
  },
);

function* checkTemplate(template: Template, facts: CertificationFacts): Generator<Objection> {
  const types = new TypeChain(template);
  const isBicep = isFromBicep(template);
  const resources = valueAt(template.node, "resources");
  for (const { owner, value } of matchingProperties(resources, /^apiVersion$/i, template.cuts)) {
    if (isBodyOf(owner)) continue;
    const type = types.fullType(owner);
    if (isBicep && sameText(type, deploymentType)) continue;
    for (const found of checkVersion({ owner, value, type }, facts)) yield { ...found, at: value };
  }
}

/** Some resources have an apiVersion of their own among their properties. */
function isBodyOf(owner: JsonNode): boolean {
  const name = owner.parent?.type === "property" ? owner.parent.children?.[0] : undefined;
  return sameText(stringOf(name), "properties");
}

function* checkVersion(
  { owner, value, type }: { owner: JsonNode; value: JsonNode; type: string },
  facts: CertificationFacts,
): Generator<Omit<Objection, "at">> {
  const name = stringOf(valueAt(owner, "name")) ?? "without a name";
  const given = stringOf(value);
  const notes = itemsOf(valueAt(owner, "metadata"));
  if (notes.some((note) => sameText(stringOf(note), switchOff))) {
    yield {
      message: `The API version of the resource ${name} is not judged.`,
      severity: "warning",
    };
  } else if (given === undefined) {
    const message = `The API version of the resource ${name} is not a text.`;
    yield { message, errorId: "ApiVersion.Not.String" };
  } else if (dayOf(given) === undefined) {
    const message = `The API version "${given}" of the resource ${name} is not a fixed date.`;
    yield { message, errorId: "ApiVersion.Not.Date" };
  } else {
    const lookedUp = providedType.test(type) ? providerIn(name) : type;
    for (const { errorId, ...found } of judgeApiVersion(facts, lookedUp, given)) {
      yield errorId === undefined ? found : { ...found, errorId: `ApiVersion.${errorId}` };
    }
  }
}

/** Types like "A/b/providers/c", where c belongs to a provider that only the name tells. */
const providedType = /\/providers\//i;

function providerIn(name: string): string {
  return /'\/*(?<provider>\w+\.\w+)\/*'/.exec(name)?.groups?.["provider"] ?? "another provider";
}
