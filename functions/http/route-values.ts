import type { HttpRequest } from "@azure/functions";
import { OfferId, OfferKey, PublisherId } from "../../shared/offers/offer-key.ts";
import type { Refusal } from "../../shared/publishing/refusal.ts";

const identifierRefusal = (target: "publisherId" | "offerId", most: number): Refusal => ({
  kind: "invalid",
  code: "InvalidIdentifier",
  message: `${target} must have 1 to ${String(most)} lower-case letters, digits and inner dashes. Correct it in the address.`,
  target,
});

/** The publisher that the address names. */
export function publisherOf(request: HttpRequest): string | Refusal {
  const publisher = PublisherId.safeParse(request.params["publisherId"]);
  return publisher.success ? publisher.data : identifierRefusal("publisherId", 40);
}

/** The offer that the address names. */
export function offerKeyOf(request: HttpRequest): OfferKey | Refusal {
  return offerKeyFrom(request.params["publisherId"], request.params["offerId"]);
}

/** The offer of these two ids. */
export function offerKeyFrom(
  publisherId: string | undefined,
  offerId: string | undefined,
): OfferKey | Refusal {
  if (!PublisherId.safeParse(publisherId).success) return identifierRefusal("publisherId", 40);
  if (!OfferId.safeParse(offerId).success) return identifierRefusal("offerId", 50);
  return OfferKey.parse({ publisherId, offerId });
}

/** The offer and the submission or version number that the address names. */
export function numberedOf(request: HttpRequest): { key: OfferKey; number: number } | Refusal {
  const key = offerKeyOf(request);
  if ("kind" in key) return key;
  const number = numberFrom(request.params["number"]);
  if (number !== undefined) return { key, number };
  return {
    kind: "invalid",
    code: "InvalidIdentifier",
    message:
      "The number must be a whole number from 1 on. Read it from the offer's submissions, and correct the address.",
    target: "number",
  };
}

/** A positive integer of at most seven digits. */
export function numberFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : undefined;
}
