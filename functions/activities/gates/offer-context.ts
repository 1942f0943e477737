import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { OfferContext } from "../../../shared/offers/prerequisites/prerequisites.ts";
import type { Ports } from "../../../shared/ports.ts";
import { readPublishedFacts } from "./published-facts.ts";

/** What an offer's document is checked against; `live` is the number of the live version, where the caller knows it. */
export async function offerContext(
  ports: Ports,
  key: OfferKey,
  known?: { readonly live: number | undefined },
): Promise<OfferContext> {
  const progress = known ? undefined : await ports.progress.read(key);
  const live = known ? known.live : progress?.value.offer.liveSubmission;
  const [assets, published, facts] = await Promise.all([
    ports.assets.list(key),
    live === undefined ? undefined : ports.documents.readVersion(key, live),
    live === undefined ? undefined : readPublishedFacts(ports, key, live),
  ]);
  return { key, assets, published, facts };
}
