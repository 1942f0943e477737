import type { Asset } from "../asset.ts";
import type { PublishedFacts } from "../changes/facts/published-facts.ts";
import type { JsonObject } from "../json-fields.ts";
import type { OfferKey } from "../offer-key.ts";

/** What the rules look at: the frozen document, its offer's assets, and what was published before. */
export interface OfferInspection {
  readonly document: JsonObject;
  readonly key: OfferKey;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Why files could not be fetched, by the reference that names them. */
  readonly unfetched?: ReadonlyMap<string, string> | undefined;
  readonly published: JsonObject | undefined;
  /** What all published versions bind to, where it is known. */
  readonly facts?: PublishedFacts | undefined;
}
