import type { Finding } from "../../findings/finding.ts";
import { listOf, objectOf, textOf } from "../json-fields.ts";
import { displayTextOf, marketplace, offerFieldsOf } from "../offer-document.ts";
import { offerTextFields } from "./offer-fields.ts";
import type { OfferInspection } from "./offer-inspection.ts";
import { isGuid, offerField } from "./offer-inspection.ts";
import { advice, problem } from "./prerequisite-finding.ts";
import { checkText, isWebAddress } from "./text-rules.ts";

/** Offer Settings, Marketplace, Support and legal fields. */
export function checkListing({ document }: OfferInspection): Finding[] {
  const offer = offerFieldsOf(document);
  const usesStandardContract = offer[`${marketplace}useEnterpriseContract`] === true;
  const terms = {
    key: `${marketplace}termsOfUse`,
    label: "Terms of use",
    need: usesStandardContract ? "optional" : "required",
    format: "text",
  } as const;
  const name = {
    key: "displayText",
    label: "Name",
    need: "required",
    most: 50,
    format: "text",
  } as const;
  return [
    ...checkText({ displayText: displayTextOf(document) }, name, "definition"),
    ...[...offerTextFields, terms].flatMap((field) => checkText(offer, field, "definition.offer")),
    ...checkPreview(offer[`${marketplace}allowedSubscriptions`]),
    ...checkLinks(offer[`${marketplace}usefulLinks`]),
    ...checkCategories(offer),
  ];
}

function checkPreview(value: unknown): Finding[] {
  const field = offerField(`${marketplace}allowedSubscriptions`);
  const ids = listOf(value);
  if (ids.length === 0 || ids.length > 100) {
    const message = `The offer lists ${String(ids.length)} preview subscriptions; 1 to 100 are needed.`;
    const fix = "List the IDs of the Azure subscriptions that may see the preview.";
    return [problem("offer-preview-subscriptions", { field, message, fix })];
  }
  return ids.flatMap((id, index) =>
    isGuid(id)
      ? []
      : [
          problem("offer-preview-subscriptions", {
            field: `${field}[${String(index)}]`,
            message: "A preview subscription is not a subscription ID.",
            fix: "Enter the subscription's GUID, as the Azure portal shows it.",
          }),
        ],
  );
}

function checkLinks(value: unknown): Finding[] {
  const field = offerField(`${marketplace}usefulLinks`);
  const links = listOf(value).map(objectOf);
  if (links.length === 0) {
    const message = "The offer has no useful link.";
    const fix = "Add at least one link, to the application's documentation.";
    return [problem("offer-useful-links", { field, message, fix })];
  }
  return links.flatMap((link, index) =>
    textOf(link["linkTitle"]) !== "" && isWebAddress(textOf(link["linkUrl"]))
      ? []
      : [
          problem("offer-useful-links", {
            field: `${field}[${String(index)}]`,
            message: "A useful link lacks its title or a web address.",
            fix: "Give it a linkTitle, and a linkUrl that begins with https:// or http://.",
          }),
        ],
  );
}

function checkCategories(offer: Readonly<Record<string, unknown>>): Finding[] {
  const flat = listOf(offer[`${marketplace}categories`]);
  const mapped = listOf(offer[`${marketplace}categoryMap`]);
  const count = flat.length + mapped.length;
  if (count >= 1 && flat.length <= 5) return [];
  const field = offerField(`${marketplace}categories`);
  const fix = "Choose one to five categories.";
  return count === 0
    ? [advice("offer-categories", { field, message: "The offer names no category.", fix })]
    : [
        problem("offer-categories", {
          field,
          message: "The offer names too many categories.",
          fix,
        }),
      ];
}
