import type { HttpRequest } from "@azure/functions";
import { access } from "../../../shared/identity/access.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { OfferState } from "../../../shared/publishing/progress/progress.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { ok } from "../answers.ts";
import { apiVersion, isRefusal, publisherEndpoint } from "../endpoint.ts";
import { pageOf } from "../request/page.ts";
import { offerSummary } from "./offer-view.ts";

const reading = { dialect: "cpp", access: access.readers } as const;

/** All offers of a publisher, as the dialect has it; with `top`, so many and a link to the next ones. */
export const listOffers = publisherEndpoint(
  reading,
  ({ ports }) =>
    async ({ request, publisherId }) => {
      const page = pageOf(request);
      if (isRefusal(page)) return page;
      const top = topOf(request);
      if (top === undefined) return ok((await allOffers(ports, publisherId)).map(offerSummary));
      if (typeof top !== "number") return top;
      const { offers, next } = await ports.progress.list(publisherId, page.token, top);
      return ok(offers.map(offerSummary), next ? { Link: linkTo(publisherId, top, next) } : {});
    },
);

async function allOffers({ progress }: Ports, publisherId: string): Promise<OfferState[]> {
  const offers: OfferState[] = [];
  let page: string | undefined;
  do {
    const part = await progress.list(publisherId, page);
    offers.push(...part.offers);
    page = part.next;
  } while (page);
  return offers;
}

function topOf(request: HttpRequest): number | undefined | Refusal {
  const top = request.query.get("$top") ?? request.query.get("top");
  if (top === null) return undefined;
  return /^[1-9]\d{0,2}$|^1000$/.test(top) ? Number(top) : malformedTop;
}

const linkTo = (publisherId: string, top: number, next: string): string =>
  `</api/publishers/${publisherId}/offers?api-version=${apiVersion}&top=${String(top)}&page=${encodeURIComponent(next)}>; rel="next"`;

const malformedTop: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message: "top must be a whole number from 1 to 1000. Leave it out to get all offers at once.",
  target: "top",
};
