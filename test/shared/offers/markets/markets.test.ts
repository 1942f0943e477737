import { describe, expect, it } from "vitest";
import { isCountry } from "../../../../shared/offers/markets/countries.ts";
import { currencyOf, markets } from "../../../../shared/offers/markets/market-currencies.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

describe("countries", () => {
  it("are the 249 codes of ISO 3166-1", () => {
    const codes = letters.flatMap((one) => letters.map((other) => one + other));
    expect(codes.filter(isCountry)).toHaveLength(249);
  });

  it.each(["us", "UK", "EU", "XX", "", "USA", "__proto__"])("do not include %j", (code) => {
    expect(isCountry(code)).toBe(false);
  });

  it("include every market", () => {
    expect(markets).toHaveLength(88);
    expect(markets.filter((market) => !isCountry(market))).toEqual([]);
  });
});

describe("the currency of a market", () => {
  it.each([
    ["US", "USD", "USD"],
    ["DE", "EUR", "EUR"],
    ["BR", "USD", "BRL"],
    ["CZ", "CZK", "EUR"],
    ["LI", "CHF", "EUR"],
    ["ME", "EUR", "USD"],
    ["AE", "EUR", "USD"],
    ["JP", "JPY", "JPY"],
    ["AQ", undefined, undefined],
  ] as const)("of %s is %s, and %s in the simplified scheme", (market, before, after) => {
    expect(currencyOf(market, "monthlyPricing")).toBe(before);
    expect(currencyOf(market, "monthlyPricingV2")).toBe(after);
  });
});
