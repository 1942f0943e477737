import type { Asset } from "../asset.ts";
import type { JsonObject } from "../json-fields.ts";
import { textOf } from "../json-fields.ts";
import type { OfferKey } from "../offer-key.ts";

/** What the rules look at: the frozen document, its offer's assets, and the document that is live. */
export interface OfferInspection {
  readonly document: JsonObject;
  readonly key: OfferKey;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly published: JsonObject | undefined;
}

export const offerField = (key: string): string => `definition.offer.${key}`;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isGuid = (value: unknown): boolean => guid.test(textOf(value));
