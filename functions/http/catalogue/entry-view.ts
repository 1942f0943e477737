import type { CatalogueEntry, CataloguePlan } from "../../../shared/catalogue/catalogue-entry.ts";

/** A plan as customers see it: who else may see it is not theirs to know. */
export const planView = (plan: CataloguePlan) => ({
  ...plan,
  audience: undefined,
  isPrivate: plan.audience !== undefined,
});

/** An entry as customers see it, with the plans they may see. */
export const entryView = (entry: CatalogueEntry, plans: readonly CataloguePlan[]) => ({
  ...entry,
  previewSubscriptions: undefined,
  plans: plans.map(planView),
});
