import type { CatalogueEntry, CataloguePlan } from "./catalogue-entry.ts";

/** The plans that a subscription may see: the public ones, and private ones whose audience lists it. */
export const visiblePlans = (
  { plans }: CatalogueEntry,
  subscription: string | undefined,
): readonly CataloguePlan[] =>
  plans.filter(
    ({ audience }) =>
      audience === undefined ||
      (subscription !== undefined && audience.includes(subscription.toLowerCase())),
  );
