import type { HttpRequest } from "@azure/functions";
import { OfferId, OfferKey, PublisherId } from "../../../shared/offers/offer-key.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { malformedNumber, malformedReference, notAnIdentifier } from "./malformed.ts";

/** What an address names: the publisher that access is decided for, and the values its handler gets. */
export interface Subject<S extends object> {
  readonly publisherId: string | undefined;
  readonly values: S;
}
type Named<S extends object> = Subject<S> | Refusal;

const offerOf = (publisherId: string | undefined, offerId: string | undefined): Named<Offer> => {
  if (!PublisherId.safeParse(publisherId).success) return notAnIdentifier("publisherId", 40);
  if (!OfferId.safeParse(offerId).success) return notAnIdentifier("offerId", 50);
  const key = OfferKey.parse({ publisherId, offerId });
  return { publisherId: key.publisherId, values: { key } };
};
interface Offer {
  readonly key: OfferKey;
}

export const noSubject = (): Subject<object> => ({ publisherId: undefined, values: {} });

export function publisherSubject({ params }: HttpRequest): Named<{ publisherId: string }> {
  const { data, success } = PublisherId.safeParse(params["publisherId"]);
  if (!success) return notAnIdentifier("publisherId", 40);
  return { publisherId: data, values: { publisherId: data } };
}

export const offerSubject = ({ params }: HttpRequest): Named<Offer> =>
  offerOf(params["publisherId"], params["offerId"]);

export function numberedSubject({ params }: HttpRequest): Named<Offer & { number: number }> {
  const offer = offerOf(params["publisherId"], params["offerId"]);
  if ("kind" in offer) return offer;
  const number = numberFrom(params["number"]);
  if (number === undefined) return malformedNumber;
  return { publisherId: offer.publisherId, values: { ...offer.values, number } };
}

/** `publisher$offer$number$slot`; preview is what staging is called in addresses. */
export function referenceSubject({ params }: HttpRequest): Named<Reference> {
  const [publisherId, offerId, version, named, ...rest] = (params["reference"] ?? "").split("$");
  const number = numberFrom(version);
  const slot = slots.get((named ?? "").toLowerCase());
  if (number === undefined || !slot || rest.length > 0) return malformedReference;
  const offer = offerOf(publisherId, offerId);
  if ("kind" in offer) return offer;
  return { publisherId: offer.publisherId, values: { ...offer.values, number, slot } };
}
interface Reference extends Offer {
  readonly number: number;
  readonly slot: "staging" | "production";
}

const slots: ReadonlyMap<string, Reference["slot"]> = new Map([
  ["staging", "staging"],
  ["preview", "staging"],
  ["production", "production"],
]);

/** A positive integer of at most seven digits. */
const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : undefined;
