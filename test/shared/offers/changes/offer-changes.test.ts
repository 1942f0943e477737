import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { marketplace, judge, judged, plan, offer } from "./publishing-after.ts";

describe("a published offer", () => {
  it.each<[string, JsonObject[]]>([
    [
      "a new hero logo",
      [offer({ [`${marketplace}heroLogo`]: "a" }), offer({ [`${marketplace}heroLogo`]: "b" })],
    ],
    [
      "the standard contract instead of own terms",
      [plan(), offer({ [`${marketplace}useEnterpriseContract`]: true })],
    ],
  ])("may get %s", (_case, documents) => {
    expect(judge(...documents)).toEqual([]);
  });

  it.each<[string, JsonObject[], [string, string][]]>([
    ["another offer ID", [plan(), { ...plan(), id: "other" }], [["identifier-changed", "$.id"]]],
    [
      "another publisher ID",
      [plan(), { ...plan(), publisherId: "other" }],
      [["identifier-changed", "$.publisherId"]],
    ],
    [
      "no hero logo",
      [offer({ [`${marketplace}heroLogo`]: "a" }), plan()],
      [["hero-logo-removed", `$.definition.offer['${marketplace}heroLogo']`]],
    ],
    [
      "own terms after the standard contract",
      [offer({ [`${marketplace}useEnterpriseContract`]: true }), plan()],
      [["standard-contract-left", `$.definition.offer['${marketplace}useEnterpriseContract']`]],
    ],
  ])("may not get %s", (_case, documents, expected) => {
    expect(judged(...documents)).toEqual(expected);
    for (const finding of judge(...documents)) {
      expect(finding).toMatchObject({ severity: "error", whose: "content" });
      for (const said of [finding.tab, finding.label, finding.fix]) expect(said).toBeTruthy();
    }
  });
});
