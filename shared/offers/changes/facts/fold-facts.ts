import type { PackageFacts, PlanFacts, PublishedFacts } from "./published-facts.ts";

type Amounts = PlanFacts["prices"]["monthlyPricing"]["amounts"];

// A price that a later version leaves out stays known, so that a country comes back at its old price.
const lastAmounts = (earlier: Amounts, later: Amounts): Amounts => [
  ...new Map([...earlier, ...later]),
];

const foldPrices = (
  earlier: PlanFacts["prices"],
  later: PlanFacts["prices"],
  scheme: keyof PlanFacts["prices"],
) => ({
  amounts: lastAmounts(earlier[scheme].amounts, later[scheme].amounts),
  markets: lastAmounts(earlier[scheme].markets, later[scheme].markets),
});

const foldPackages = (
  earlier: readonly PackageFacts[],
  later: readonly PackageFacts[],
): PackageFacts[] => {
  const known = new Set(earlier.map(({ version }) => version));
  return [...earlier, ...later.filter(({ version }) => !known.has(version))];
};

const foldPlan = (earlier: PlanFacts, later: PlanFacts): PlanFacts => ({
  planId: later.planId,
  isLive: true,
  skuType: later.skuType || earlier.skuType,
  isPublic: earlier.isPublic || later.isPublic,
  isCharged: earlier.isCharged || later.isCharged,
  packages: foldPackages(earlier.packages, later.packages),
  prices: {
    monthlyPricing: foldPrices(earlier.prices, later.prices, "monthlyPricing"),
    monthlyPricingV2: foldPrices(earlier.prices, later.prices, "monthlyPricingV2"),
  },
});

/** What two spans of published versions, one after the other, bind a later version to. */
export function foldFacts(earlier: PublishedFacts, later: PublishedFacts): PublishedFacts {
  const plans = new Map<string, PlanFacts>(
    earlier.plans.map((plan) => [plan.planId, { ...plan, isLive: false }] as const),
  );
  for (const plan of later.plans) {
    const known = plans.get(plan.planId);
    plans.set(plan.planId, known === undefined ? plan : foldPlan(known, plan));
  }
  return {
    offerId: later.offerId || earlier.offerId,
    publisherId: later.publisherId || earlier.publisherId,
    hasHeroLogo: earlier.hasHeroLogo || later.hasHeroLogo,
    usesStandardContract: earlier.usesStandardContract || later.usesStandardContract,
    plans: [...plans.values()],
  };
}
