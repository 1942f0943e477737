import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { judge, judged, plan, priced, at, price } from "./publishing-after.ts";

describe("a price of a published plan", () => {
  it.each<[string, JsonObject[]]>([
    ["a lower price", [priced({ single: 5 }), priced({ single: 4.5 })]],
    [
      "a country at a lower price of its own",
      [priced({ single: 5 }), priced({ single: 5, individually: { US: 4, DE: 9 } })],
    ],
    ["what it was before it was free", [priced({ single: 5 }), plan(), priced({ single: 5 })]],
    ["a new country", [priced({ single: 5 }, ["US"]), priced({ single: 5 }, ["US", "DE"])]],
    [
      "the simplified price of a country whose currency changed",
      [
        priced({ individually: { CZ: 100 } }),
        priced({ individually: { CZ: 200 } }, ["CZ"], "monthlyPricingV2"),
      ],
    ],
  ])("may become %s", (_case, documents) => {
    expect(judge(...documents)).toEqual([]);
  });

  it.each<[string, JsonObject[], [string, string][]]>([
    [
      "a higher price written as text",
      [priced({ single: 4 }), priced({ single: "5.0" })],
      [["plan-price-raised", price("single")]],
    ],
    [
      "a higher price",
      [priced({ single: 4 }), priced({ single: 5 })],
      [["plan-price-raised", price("single")]],
    ],
    [
      "a higher price of the other scheme",
      [
        priced({ USD: { single: 4 } }, ["US"], "monthlyPricingV2"),
        priced({ USD: { single: 5 } }, ["US"], "monthlyPricingV2"),
      ],
      [["plan-price-raised", price("USD.single", "monthlyPricingV2")]],
    ],
    [
      "a country at a higher price of its own",
      [priced({ single: 5 }), priced({ single: 5, individually: { US: 6 } })],
      [["plan-price-raised", price("individually.US")]],
    ],
    [
      "a common price above those of countries",
      [priced({ individually: { US: 4, EC: 5, DE: 4 } }), priced({ single: 6 })],
      [["plan-price-raised", price("single")]],
    ],
    [
      "a country that comes back dearer",
      [
        priced({ individually: { US: 4, DE: 4 } }),
        priced({ individually: { US: 4 } }),
        priced({ individually: { US: 4, DE: 5 } }),
      ],
      [["plan-price-raised", price("individually.DE")]],
    ],
    [
      "a simplified price above the old one in the same currency",
      [
        priced({ individually: { US: 4 } }),
        priced({ individually: { US: 5 } }, ["US"], "monthlyPricingV2"),
      ],
      [["plan-price-raised", price("individually.US", "monthlyPricingV2")]],
    ],
    [
      "a price for what was free",
      [plan(), priced({ single: 1 })],
      [["plan-billing-changed", at("")]],
    ],
  ])("may not become %s", (_case, documents, expected) => {
    expect(judged(...documents)).toEqual(expected);
    for (const finding of judge(...documents)) {
      expect(finding).toMatchObject({ severity: "error", whose: "content" });
      for (const said of [finding.tab, finding.label, finding.fix]) expect(said).toBeTruthy();
    }
  });

  it("tells a common price that is too high once, with its countries", () => {
    const [finding] = judge(priced({ individually: { US: 4, EC: 5 } }), priced({ single: 6 }));
    expect(finding?.message).toContain("for US, EC is 6 USD; it was published as 4 USD");
  });
});
