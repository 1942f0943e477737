import { sameText, stringOf } from "../../../../arm/json/node.ts";
import {
  callsWithTexts,
  firstWithin,
  type CallWithTexts,
} from "../../../../arm/template/references/call-texts.ts";
import { isListCall } from "../../../../arm/template/expression.ts";
import { isFromBicep } from "../../../../arm/template/generator.ts";
import { resourcesByNameVariable } from "../../../../arm/template/references/named-resources.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { TypeChain } from "../../../../arm/template/search/type-chain.ts";
import type { CertificationFacts } from "../../../facts/certification-facts.ts";
import { rule, type Objection } from "../../rule.ts";
import { judgeApiVersion } from "./judge-api-version.ts";

const apiVersion = /^\d{4}-\d{2}-\d{2}(?:-[\w.]+)?$/;

/** The API version that reference() and list…() ask with is recent as well. */
export const apiVersionsShouldBeRecentInReferenceFunctions = rule(
  {
    id: "apiVersions-Should-Be-Recent-In-Reference-Functions",
    title: "API versions in reference functions are recent",
    why: "Old API versions are retired, and previews change or go away without notice.",
    fix: "Ask with the newest stable API version of the resource type.",
    example: {
      bad: `"[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'a'), '2015-06-15')]"`,
      good: `"[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'a'), '2025-06-01')]"`,
    },
    severity: "warning",
  },
  function* check({ templates, facts }) {
    for (const template of templates) {
      if (isFromBicep(template)) continue;
      const { document } = template;
      for (const objection of checkTemplate(template, facts)) yield { ...objection, document };
    }
  },
);

function* checkTemplate(template: Template, facts: CertificationFacts): Generator<Objection> {
  const typesIn = typeReader(template);
  for (const at of template.stringsIn(template.node)) {
    const text = stringOf(at) ?? "";
    if (!/reference|list/i.test(text)) continue;
    const calls = callsWithTexts(text);
    const typeOf = typesIn(calls);
    for (const asked of calls.filter(isAsking)) {
      const version = asked.texts.find((it) => apiVersion.test(it));
      const type = typeOf(asked);
      if (version === undefined || type === undefined) continue;
      for (const { errorId, ...found } of judgeApiVersion(facts, type, version)) {
        const id = errorId === undefined ? {} : { errorId: `ApiReference.Version.${errorId}` };
        yield { ...found, ...id, at, evidence: `${asked.call.name}(… '${version}')` };
      }
    }
  }
}

function isAsking({ call }: CallWithTexts): boolean {
  return isListCall(call) || (call.namespace === undefined && sameText(call.name, "reference"));
}

/** The type asked about: that of the resourceId() within, or of the resource named the same way. */
function typeReader(template: Template) {
  const types = new TypeChain(template);
  const named = resourcesByNameVariable(template);
  return (calls: readonly CallWithTexts[]) => {
    const ids = firstWithin(calls, "resourceid");
    const variables = firstWithin(calls, "variables");
    return (asked: CallWithTexts): string | undefined => {
      const id = ids.get(asked);
      if (id !== undefined) return id.texts.find((it) => it.includes("/"));
      const resource = named.get(variables.get(asked)?.texts[0]?.toLowerCase() ?? "");
      return resource === undefined ? undefined : types.fullType(resource);
    };
  };
}
