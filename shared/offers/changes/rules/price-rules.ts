import type { Finding } from "../../../findings/finding.ts";
import { currencyOf, type PricingScheme } from "../../markets/market-currencies.ts";
import { forbidden } from "../change-finding.ts";
import { marketPricesOf, type Price, pricesOf, pricingSchemes } from "../facts/prices.ts";
import type { PlanFacts } from "../facts/published-facts.ts";
import type { PlanChange } from "./plan-change.ts";

const labels: Readonly<Record<PricingScheme, string>> = {
  monthlyPricing: "Old pricing",
  monthlyPricingV2: "Simplified Currency Pricing",
};

interface Raise {
  readonly price: Price;
  readonly before: number;
  readonly markets: readonly string[];
}

/** A published price can only go down: each one that is written, and what each country pays. */
export const checkPrices = (change: PlanChange): Finding[] =>
  pricingSchemes.flatMap((scheme) =>
    raisesOf(change, scheme).map(({ price, before, markets }) => {
      const where = markets.length === 0 ? "" : ` for ${markets.join(", ")}`;
      const unit = price.currency === undefined ? "" : ` ${price.currency}`;
      const message = `The price of plan "${change.plan.planId}"${where} is ${String(price.amount)}${unit}; it was published as ${String(before)}${unit} and cannot be raised.`;
      const place = {
        tab: "SKUs",
        label: labels[scheme],
        path: [...change.at, ...price.path],
      } as const;
      const fix = `Enter at most ${String(before)}; a higher price needs a new plan.`;
      return forbidden("plan-price-raised", place, { message, fix });
    }),
  );

function raisesOf(change: PlanChange, scheme: PricingScheme): readonly Raise[] {
  const written = writtenRaises(change, scheme);
  const known = new Set(written.map(({ price }) => placeOf(price)));
  return [
    ...written,
    ...countryRaises(change, scheme).filter(({ price }) => !known.has(placeOf(price))),
  ];
}

const placeOf = (price: Price): string => price.path.join(".");

function writtenRaises({ plan, earlier }: PlanChange, scheme: PricingScheme): Raise[] {
  const written = new Map(earlier.prices[scheme].amounts);
  return pricesOf(plan.fields, scheme).flatMap((price) => {
    const before = written.get(placeOf(price));
    const markets = price.market === undefined ? [] : [price.market];
    return before !== undefined && price.amount > before ? [{ price, before, markets }] : [];
  });
}

/** One price may be too high for many countries: they are told together. */
function countryRaises({ plan, earlier }: PlanChange, scheme: PricingScheme): Raise[] {
  const paid = paidBefore(earlier, scheme);
  const raises = new Map<string, Raise>();
  for (const [market, price] of marketPricesOf(plan.fields, scheme)) {
    const before = paid.get(market);
    if (before === undefined || price.amount <= before) continue;
    const known = raises.get(placeOf(price));
    const markets = [...(known?.markets ?? []), market];
    const lowest = Math.min(before, known?.before ?? before);
    raises.set(placeOf(price), { price, before: lowest, markets });
  }
  return [...raises.values()];
}

/** What each country paid. Who has never been priced in the simplified scheme comes from the old one, where the currency is the same. */
function paidBefore({ prices }: PlanFacts, scheme: PricingScheme): ReadonlyMap<string, number> {
  const own = prices[scheme].markets;
  if (scheme === "monthlyPricing" || own.length > 0) return new Map(own);
  return new Map(
    prices.monthlyPricing.markets.filter(
      ([market]) => currencyOf(market, "monthlyPricing") === currencyOf(market, scheme),
    ),
  );
}
