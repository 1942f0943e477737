import type { Finding } from "../../../findings/finding.ts";
import type { JsonObject } from "../../json-fields.ts";
import { textOf } from "../../json-fields.ts";
import { marketplace, marketplaceText } from "../../offer-document.ts";
import { forbidden } from "../change-finding.ts";
import { usesStandardContract } from "../facts/facts-of.ts";
import type { PublishedFacts } from "../facts/published-facts.ts";

/** What may not change on the offer itself once it was published. */
export const checkPublishedOffer = (document: JsonObject, facts: PublishedFacts): Finding[] => [
  ...checkIdentifier(document, "id", "Offer ID", facts.offerId),
  ...checkIdentifier(document, "publisherId", "Publisher ID", facts.publisherId),
  ...checkHeroLogo(document, facts),
  ...checkContract(document, facts),
];

function checkIdentifier(
  document: JsonObject,
  name: string,
  label: string,
  before: string,
): Finding[] {
  const now = textOf(document[name]);
  if (now === before || now === "" || before === "") return [];
  const place = { tab: "Offer Settings", label, path: [name] } as const;
  const message = `The offer was published with the ${label} "${before}"; it cannot become "${now}".`;
  return [
    forbidden("identifier-changed", place, {
      message,
      fix: `Put "${before}" back, or make a new offer.`,
    }),
  ];
}

const placeOf = (name: string, label: string) => ({
  tab: "Marketplace" as const,
  label,
  path: ["definition", "offer", marketplace + name],
});

function checkHeroLogo(document: JsonObject, facts: PublishedFacts): Finding[] {
  if (!facts.hasHeroLogo || marketplaceText(document, "heroLogo") !== "") return [];
  return [
    forbidden("hero-logo-removed", placeOf("heroLogo", "Hero logo"), {
      message: "The offer was published with a hero logo; it cannot be removed, only replaced.",
      fix: "Put a hero logo back.",
    }),
  ];
}

function checkContract(document: JsonObject, facts: PublishedFacts): Finding[] {
  if (!facts.usesStandardContract || usesStandardContract(document)) return [];
  return [
    forbidden("standard-contract-left", placeOf("useEnterpriseContract", "Standard contract"), {
      message:
        "The offer was published under the standard contract; it cannot go back to terms of its own.",
      fix: "Set useEnterpriseContract to true again; changes to the contract go into customAmendments.",
    }),
  ];
}
