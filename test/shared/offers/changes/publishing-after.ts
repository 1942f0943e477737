import { checkChanges } from "../../../../shared/offers/changes/check-changes.ts";
import { factsOf } from "../../../../shared/offers/changes/facts/facts-of.ts";
import { foldFacts } from "../../../../shared/offers/changes/facts/fold-facts.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { key } from "../../support/progress-of.ts";
import {
  assetOf,
  packageEntry,
  validAssets,
  validOffer,
  validPlan,
} from "../../support/valid-offer.ts";

export const application = "microsoft-azure-applications.";
export const marketplace = "microsoft-azure-marketplace.";

const assets = [
  ...validAssets(),
  assetOf("pkg2", "package"),
  assetOf("same", "package", { sha256: assetOf("pkg1", "package").sha256! }),
];
export const context = { key, assets: new Map(assets.map((asset) => [asset.assetId, asset])) };

/** Publishes one document after the other, then judges the last. */
export const judge = (...documents: readonly JsonObject[]) => {
  const past = documents.slice(0, -1).map((one) => factsOf(one, context));
  const facts = past.length === 0 ? undefined : past.reduce(foldFacts);
  return checkChanges({ ...context, document: documents.at(-1)!, published: undefined, facts });
};

/** Rule and place of everything that is found. */
export const judged = (...documents: readonly JsonObject[]) =>
  judge(...documents).map(({ ruleId, jsonPath }) => [ruleId, jsonPath]);

export const plan = (more: JsonObject = {}) => validOffer({ plans: [validPlan(more)] });
export const offer = (more: JsonObject) => validOffer({ offer: more });
export const packages = (entries: Record<string, string>) =>
  plan({
    [`${application}package`]: Object.fromEntries(
      Object.entries(entries).map(([version, asset]) => [version, packageEntry(asset)]),
    ),
  });
export const priced = (
  multiplier: JsonObject,
  regions = ["US", "EC", "DE"],
  scheme = "monthlyPricing",
) => plan({ regions, [scheme]: { multiplier } });
export const audience = (id: string) => plan({ restrictedAudience: { manualEntries: [{ id }] } });

/** The JSON path of something in the first plan. */
export const at = (rest: string) => `$.definition.plans[0]${rest}`;
export const file = (version: string) => at(`['${application}package']['${version}']`);
export const price = (rest: string, scheme = "monthlyPricing") =>
  at(`.${scheme}.multiplier.${rest}`);
