import { z } from "zod";

/** By place in the price object, and by country: the last published amounts. */
const PriceFacts = z.object({
  amounts: z.array(z.tuple([z.string(), z.number()])),
  markets: z.array(z.tuple([z.string(), z.number()])),
});

const PackageFacts = z.object({
  version: z.string(),
  /** The asset's id, or the address of a package that is none. */
  asset: z.string(),
  sha256: z.string().optional(),
});
export type PackageFacts = z.infer<typeof PackageFacts>;

export const PlanFacts = z.object({
  planId: z.string(),
  /** Whether the newest of the published versions has it. */
  isLive: z.boolean(),
  skuType: z.string(),
  /** Whether everybody could once see it. */
  isPublic: z.boolean(),
  /** Whether it ever cost anything. */
  isCharged: z.boolean(),
  packages: z.array(PackageFacts),
  prices: z.object({ monthlyPricing: PriceFacts, monthlyPricingV2: PriceFacts }),
});
export type PlanFacts = z.infer<typeof PlanFacts>;

/** What all published versions of an offer bind a later one to: small, and without texts or secrets. */
export const PublishedFacts = z.object({
  offerId: z.string(),
  publisherId: z.string(),
  hasHeroLogo: z.boolean(),
  usesStandardContract: z.boolean(),
  plans: z.array(PlanFacts),
});
export type PublishedFacts = z.infer<typeof PublishedFacts>;
