import { describe, expect, it } from "vitest";
import { checkChanges } from "../../../../shared/offers/changes/check-changes.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { validOffer, validPlan } from "../../support/valid-offer.ts";
import { application, at, audience, context, judge, judged, plan } from "./publishing-after.ts";

const guid = "00000000-0000-4000-8000-000000000001";
const other = "00000000-0000-4000-8000-000000000002";

describe("a published plan", () => {
  it.each<[string, JsonObject[]]>([
    ["anything at first", [audience(guid)]],
    ["the same again", [plan(), plan()]],
    ["a new plan", [plan(), validOffer({ plans: [validPlan(), validPlan({ planId: "more" })] })]],
    ["another private audience", [audience(guid), audience(other)]],
    ["a private plan for everybody", [audience(guid), plan()]],
    [
      "another spelling of the type",
      [plan(), plan({ [`${application}skuType`]: "SolutionTemplate" })],
    ],
  ])("may become %s", (_case, documents) => {
    expect(judge(...documents)).toEqual([]);
  });

  it.each<[string, JsonObject[], [string, string][]]>([
    [
      "another type",
      [plan(), plan({ [`${application}skuType`]: "managed-application" })],
      [["plan-type-changed", at(`['${application}skuType']`)]],
    ],
    [
      "a public plan made private",
      [plan(), audience(guid)],
      [["plan-made-private", at(".restrictedAudience")]],
    ],
    [
      "a private plan that was public long ago",
      [plan(), audience(guid), audience(guid)],
      [["plan-made-private", at(".restrictedAudience")]],
    ],
    [
      "a plan made private that was public once",
      [audience(guid), plan(), audience(guid)],
      [["plan-made-private", at(".restrictedAudience")]],
    ],
  ])("may not become %s", (_case, documents, expected) => {
    expect(judged(...documents)).toEqual(expected);
    for (const finding of judge(...documents)) {
      expect(finding).toMatchObject({ severity: "error", whose: "content" });
      for (const said of [finding.tab, finding.label, finding.fix]) expect(said).toBeTruthy();
    }
  });

  it("tells that a plan's sale ends, and that a SKU ID cannot be renamed", () => {
    const two = validOffer({ plans: [validPlan(), validPlan({ planId: "pro" })] });
    const removed = judge(two, plan());
    expect(removed).toMatchObject([{ ruleId: "plan-removed", severity: "warning" }]);
    expect(removed[0]?.message).toContain('"pro"');

    const [renamed] = judge(plan(), plan({ planId: "base" }));
    expect(renamed?.fix).toContain('give it back the ID "basic"');
    expect(judged(two, plan(), plan())).toEqual([]);
  });

  it("is judged by the live document alone where nothing more is known", () => {
    const findings = checkChanges({ ...context, document: audience(guid), published: plan() });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["plan-made-private"]);
  });
});
