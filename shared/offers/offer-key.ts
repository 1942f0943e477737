import { z } from "zod";

/** Lower-case letters, digits and inner dashes, at most `most` characters (reference: CPP Offer Settings tab). */
const slug = (most: number) =>
  z.string().regex(new RegExp(`^[a-z0-9](?:[a-z0-9-]{0,${String(most - 2)}}[a-z0-9])?$`));

/** 40, not 50, so that a submission id of publisher, offer and number stays within 100 characters. */
export const PublisherId = slug(40).meta({ examples: ["contoso"] });
export const OfferId = slug(50).meta({ examples: ["contoso-ledger"] });

/** What names an offer everywhere. */
export const OfferKey = z.object({ publisherId: PublisherId, offerId: OfferId });
export type OfferKey = z.infer<typeof OfferKey>;
