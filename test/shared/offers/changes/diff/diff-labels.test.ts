import { expect, it } from "vitest";
import { diffOffers } from "../../../../../shared/offers/changes/diff/offer-diff.ts";
import { packageEntry, validOffer, validPlan } from "../../../support/valid-offer.ts";

const marketplace = "microsoft-azure-marketplace.";
const application = "microsoft-azure-applications.";
const offer = (more: object) => validOffer({ offer: { ...more } });
const withPolicies = {
  [`${application}package`]: { "1.0.0": { ...packageEntry(), policies: [{ name: "p" }] } },
};

it.each<[string, object, object]>([
  [
    "Offer Settings: Name",
    validOffer(),
    {
      ...validOffer(),
      definition: { ...(validOffer()["definition"] as object), displayText: "x" },
    },
  ],
  ["Marketplace: Long summary", offer({}), offer({ [`${marketplace}longSummary`]: "x" })],
  ["Marketplace: Privacy policy URL", offer({}), offer({ [`${marketplace}privacyURL`]: "x" })],
  [
    "Support: Support contact name",
    offer({}),
    offer({ [`${marketplace}supportContactName`]: "x" }),
  ],
  [
    "SKUs: Packages › 1.0.0 › Policies",
    validOffer(),
    validOffer({ plans: [validPlan(withPolicies)] }),
  ],
])("a difference is named as people do: %s", (name, before, after) => {
  const { changes } = diffOffers({ ...before }, { ...after });
  expect(changes.map(({ tab, label }) => `${tab}: ${label}`)).toEqual([name]);
});
