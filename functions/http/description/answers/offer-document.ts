import { OfferDocument } from "../../../../shared/offers/offer-document.ts";

/** What a draft has to look like to be stored; publishing asks for more. */
export const DraftDocument = OfferDocument;
