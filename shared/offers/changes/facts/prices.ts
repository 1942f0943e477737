import { listOf, objectOf, textOf } from "../../json-fields.ts";
import type { JsonObject } from "../../json-fields.ts";
import { isCountry } from "../../markets/countries.ts";
import { currencyOf, type PricingScheme } from "../../markets/market-currencies.ts";

export const pricingSchemes = ["monthlyPricing", "monthlyPricingV2"] as const;

/** A number inside a price object. */
export interface Price {
  /** Its place below the plan, from the scheme's name on. */
  readonly path: readonly string[];
  readonly amount: number;
  /** What it is paid in, where that is known. */
  readonly currency: string | undefined;
  /** The country it is for; none for a price of many countries. */
  readonly market: string | undefined;
}

/** Price objects are shallow; what lies deeper is none. */
const deepest = 8;

const currencyAt = (path: readonly string[], holder: JsonObject): string => {
  const code = [textOf(holder["currency"]), ...path].find((name) => /^[A-Z]{3}$/.test(name));
  return code ?? "USD";
};

// Some clients write numbers as text.
function amountOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return /^\d{1,15}(?:\.\d{1,15})?$/.test(textOf(value)) ? Number(textOf(value)) : undefined;
}

function pricesIn(value: unknown, path: readonly string[], scheme: PricingScheme): Price[] {
  if (path.length > deepest) return [];
  const holder = objectOf(value);
  return Object.entries(holder).flatMap(([name, inner]) => {
    const here = [...path, name];
    const amount = amountOf(inner);
    if (amount === undefined) return pricesIn(inner, here, scheme);
    const market = isCountry(name) ? name : undefined;
    const currency = market ? currencyOf(market, scheme) : currencyAt(path, holder);
    return [{ path: here, amount, currency, market }];
  });
}

/**
 * Every price of a plan under one scheme. The inside of CPP's price objects is not documented, so
 * every number counts: one under a country's code is for that country, any other for all that pay in its currency.
 */
export const pricesOf = (plan: JsonObject, scheme: PricingScheme): readonly Price[] =>
  pricesIn(plan[scheme], [scheme], scheme);

/** What customers of each country pay: its own price, else the common one in its currency. */
export function marketPricesOf(
  plan: JsonObject,
  scheme: PricingScheme,
): ReadonlyMap<string, Price> {
  const prices = pricesOf(plan, scheme);
  const own = prices.filter((price) => price.market !== undefined);
  const common = prices.filter((price) => price.path.at(-1) === "single");
  const regions = listOf(plan["regions"]).map((region) => textOf(region).toUpperCase());
  const shared = regions.flatMap((market) => {
    const currency = currencyOf(market, scheme);
    const price = common.find((one) => one.currency === currency);
    return currency && price ? [[market, price] as const] : [];
  });
  return new Map([...shared, ...own.map((price) => [price.market ?? "", price] as const)]);
}
