import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { validOffer, validPlan } from "../../support/valid-offer.ts";
import { judge, judged, plan, packages, file } from "./publishing-after.ts";

describe("a package of a published plan", () => {
  it.each<[string, JsonObject[]]>([
    [
      "a higher version",
      [
        packages({ "1.0.0": "asset:pkg1" }),
        packages({ "1.0.0": "asset:pkg1", "1.0.1": "asset:pkg2" }),
      ],
    ],
    [
      "the tenth after the ninth",
      [packages({ "1.9.0": "asset:pkg1" }), packages({ "1.10.0": "asset:pkg2" })],
    ],
    [
      "the same bytes uploaded again",
      [packages({ "1.0.0": "asset:pkg1" }), packages({ "1.0.0": "asset:same" })],
    ],
    [
      "a renewed signature",
      [
        packages({ "1.0.0": "https://a.com/p.zip?sig=1" }),
        packages({ "1.0.0": "https://a.com/p.zip?sig=2" }),
      ],
    ],
    [
      "a version rolled back",
      [
        packages({ "1.0.0": "asset:pkg1", "1.1.0": "asset:pkg2" }),
        packages({ "1.0.0": "asset:pkg1" }),
      ],
    ],
    [
      "a rolled back version brought back",
      [
        packages({ "1.0.0": "asset:pkg1", "1.1.0": "asset:pkg2" }),
        packages({ "1.0.0": "asset:pkg1" }),
        packages({ "1.1.0": "asset:pkg2" }),
      ],
    ],
  ])("may become %s", (_case, documents) => {
    expect(judge(...documents)).toEqual([]);
  });

  it.each<[string, JsonObject[], [string, string][]]>([
    [
      "a lower version",
      [packages({ "1.1.0": "asset:pkg1" }), packages({ "1.0.9": "asset:pkg2" })],
      [["plan-version-order", file("1.0.9")]],
    ],
    [
      "a version below one rolled back",
      [
        packages({ "1.0.0": "asset:pkg1", "2.0.0": "asset:pkg2" }),
        packages({ "1.0.0": "asset:pkg1" }),
        packages({ "1.0.0": "asset:pkg1", "1.5.0": "asset:pkg2" }),
      ],
      [["plan-version-order", file("1.5.0")]],
    ],
    [
      "another package under a published version",
      [packages({ "1.0.0": "asset:pkg1" }), packages({ "1.0.0": "asset:pkg2" })],
      [["plan-version-changed", file("1.0.0")]],
    ],
    [
      "another package under a version published long ago",
      [
        packages({ "1.0.0": "asset:pkg1" }),
        packages({ "1.0.1": "asset:pkg2" }),
        packages({ "1.0.0": "asset:pkg2", "1.0.1": "asset:pkg2" }),
      ],
      [["plan-version-changed", file("1.0.0")]],
    ],
  ])("may not become %s", (_case, documents, expected) => {
    expect(judged(...documents)).toEqual(expected);
    for (const finding of judge(...documents)) {
      expect(finding).toMatchObject({ severity: "error", whose: "content" });
      for (const said of [finding.tab, finding.label, finding.fix]) expect(said).toBeTruthy();
    }
  });

  it("binds a plan that was removed and comes back", () => {
    const away = validOffer({ plans: [validPlan({ planId: "pro" })] });
    const back = packages({ "0.9.0": "asset:pkg2" });
    expect(judged(plan(), away, back)).toContainEqual(["plan-version-order", file("0.9.0")]);
  });
});
