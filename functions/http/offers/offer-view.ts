import { withoutSecrets } from "../../../shared/offers/secrets.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import type { OfferState } from "../../../shared/publishing/progress/progress.ts";

/** An offer document as clients see it: no secrets, and the fields that only the server sets. */
export const offerView = (
  document: JsonObject,
  offer: OfferState | undefined,
  version: number,
): JsonObject => ({
  ...withoutSecrets(document),
  version,
  status: offer?.status ?? "neverPublished",
  ...(offer && { changedTime: offer.changedAt }),
});

/** An offer in a list. */
export const offerSummary = (offer: OfferState): JsonObject => ({
  offerTypeId: offer.offerTypeId,
  publisherId: offer.publisherId,
  status: offer.status,
  id: offer.offerId,
  version: offer.submission,
  definition: { displayText: offer.displayText },
  changedTime: offer.changedAt,
});
