import type { HttpResponseInit } from "@azure/functions";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import { apiVersion } from "./endpoint.ts";
import { noCache } from "./problem.ts";

/** 200 with JSON. */
export const ok = (jsonBody: unknown, headers: Record<string, string> = {}): HttpResponseInit => ({
  status: 200,
  headers: { ...noCache, ...headers },
  jsonBody,
});

/** 202 with the place to look at, under both names that clients know, and a body, without which some break. */
export function accepted(location: string, jsonBody: unknown): HttpResponseInit {
  const headers = { ...noCache, Location: location, "Operation-Location": location };
  return { status: 202, headers, jsonBody };
}

/** A resource of an offer with the api-version; relative, because clients put their own host before it. */
export const callablePath = ({ publisherId, offerId }: OfferKey, rest: string): string =>
  `/api/publishers/${publisherId}/offers/${offerId}${rest}?api-version=${apiVersion}`;
