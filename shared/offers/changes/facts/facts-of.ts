import type { Asset } from "../../asset.ts";
import { assetIdOf, assetNamed, placeOf } from "../../asset-reference.ts";
import { isPrivatePlan } from "../../audience/private-plan.ts";
import type { JsonObject } from "../../json-fields.ts";
import { textOf } from "../../json-fields.ts";
import type { PricingScheme } from "../../markets/market-currencies.ts";
import { marketplace, marketplaceText, offerFieldsOf } from "../../offer-document.ts";
import type { OfferKey } from "../../offer-key.ts";
import { type Plan, plansOf } from "../../plans.ts";
import { marketPricesOf, pricesOf, pricingSchemes } from "./prices.ts";
import type { PackageFacts, PlanFacts, PublishedFacts } from "./published-facts.ts";

/** Whose document it is, and the assets it may refer to. */
export interface DocumentContext {
  readonly key: OfferKey;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** Which file a reference means. Of an address only the place counts: its signature is renewed, and secret. */
export function packageFactsOf(
  version: string,
  reference: string,
  { key, assets }: DocumentContext,
): PackageFacts {
  const sha256 = assetNamed(reference, key, assets.values())?.sha256;
  const asset = assetIdOf(reference, key) ?? placeOf(reference);
  return { version, asset, ...(sha256 !== undefined && { sha256 }) };
}

export const usesStandardContract = (document: JsonObject): boolean =>
  offerFieldsOf(document)[`${marketplace}useEnterpriseContract`] === true;

export const isCharged = (plan: JsonObject): boolean =>
  pricingSchemes.some((scheme) => pricesOf(plan, scheme).some(({ amount }) => amount > 0));

const priceFactsOf = (plan: JsonObject, scheme: PricingScheme) => ({
  amounts: pricesOf(plan, scheme).map(({ path, amount }): [string, number] => [
    path.join("."),
    amount,
  ]),
  markets: [...marketPricesOf(plan, scheme)].map(([market, { amount }]): [string, number] => [
    market,
    amount,
  ]),
});

const planFactsOf = (plan: Plan, context: DocumentContext): PlanFacts => ({
  planId: plan.planId,
  isLive: true,
  skuType: plan.skuType,
  isPublic: !isPrivatePlan(plan.fields),
  isCharged: isCharged(plan.fields),
  packages: plan.packages.map(({ version, assetRef }) =>
    packageFactsOf(version, assetRef, context),
  ),
  prices: {
    monthlyPricing: priceFactsOf(plan.fields, "monthlyPricing"),
    monthlyPricingV2: priceFactsOf(plan.fields, "monthlyPricingV2"),
  },
});

/** What one published document binds later ones to. */
export const factsOf = (document: JsonObject, context: DocumentContext): PublishedFacts => ({
  offerId: textOf(document["id"]),
  publisherId: textOf(document["publisherId"]),
  hasHeroLogo: marketplaceText(document, "heroLogo") !== "",
  usesStandardContract: usesStandardContract(document),
  plans: plansOf(document).map((plan) => planFactsOf(plan, context)),
});
