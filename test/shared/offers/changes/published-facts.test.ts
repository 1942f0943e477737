import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkChanges } from "../../../../shared/offers/changes/check-changes.ts";
import { factsOf } from "../../../../shared/offers/changes/facts/facts-of.ts";
import { foldFacts } from "../../../../shared/offers/changes/facts/fold-facts.ts";
import { PublishedFacts } from "../../../../shared/offers/changes/facts/published-facts.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { application, context, packages, priced } from "./publishing-after.ts";

describe("published facts", () => {
  it("survive storage, and folding the same version twice changes nothing", () => {
    const facts = factsOf(priced({ single: 4, individually: { DE: 3 } }), context);
    const stored = PublishedFacts.parse(JSON.parse(JSON.stringify(facts)));
    expect(stored).toEqual(facts);
    expect(foldFacts(stored, facts)).toEqual(facts);
  });

  it("hold no signature of an address", () => {
    const facts = factsOf(packages({ "1.0.0": "https://a.com/p.zip?sig=hunter2" }), context);
    expect(JSON.stringify(facts)).not.toContain("hunter2");
  });

  it("come from whatever a document is, and never make the rules throw", () => {
    const names = [
      "definition",
      "plans",
      "offer",
      "planId",
      "regions",
      "monthlyPricing",
      "single",
      "__proto__",
      `${application}package`,
      "1.0.0",
      "packageVersion",
      "packageFile",
    ];
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 6 }, fc.jsonValue(), fc.array(tie("any")), tie("object")),
      object: fc.dictionary(fc.constantFrom(...names), tie("any")),
    }));
    fc.assert(
      fc.property(value.object, value.object, (published, document) => {
        checkChanges({
          ...context,
          document: document as JsonObject,
          published: published as JsonObject,
        });
      }),
    );
  });
});
