import type { OfferKey } from "../../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../../shared/ports.ts";

/** What every implementation of a port promises; `open` gives ports that may already hold other offers. */
export type PortContract = (open: () => Ports) => void;

let offers = 0;
/** An offer that no other test uses. */
export const freshKey = (publisherId = "contoso"): OfferKey => ({
  publisherId,
  offerId: `offer-${++offers}`,
});

export const at = "2030-01-07T09:00:00.000Z";
