import type { OfferState } from "../../../shared/publishing/progress/progress.ts";
import { ok } from "../answers.ts";
import { endpoint } from "../endpoint.ts";
import { publisherOf } from "../route-values.ts";
import { offerSummary } from "./offer-view.ts";

/** All offers of a publisher; the dialect has no pages. */
export const listOffers = endpoint("cpp", ({ ports }) => async (request) => {
  const publisherId = publisherOf(request);
  if (typeof publisherId !== "string") return publisherId;
  const offers: OfferState[] = [];
  let page: string | undefined;
  do {
    const part = await ports.progress.list(publisherId, page);
    offers.push(...part.offers);
    page = part.next;
  } while (page);
  return ok(offers.map(offerSummary));
});
