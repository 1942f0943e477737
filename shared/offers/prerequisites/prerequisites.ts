import type { Finding } from "../../findings/finding.ts";
import { leadDestinationOf } from "../../leads/lead-destination.ts";
import type { Asset } from "../asset.ts";
import type { JsonObject } from "../json-fields.ts";
import type { OfferKey } from "../offer-key.ts";
import { checkListing } from "./listing-rules.ts";
import { checkPictures } from "./picture-rules.ts";
import { checkPlans } from "./plans/plan-rules.ts";
import { checkTestDrive } from "./test-drive-rules.ts";

/** What an offer document is checked against. */
export interface OfferContext {
  readonly key: OfferKey;
  /** All assets of the offer. */
  readonly assets: readonly Asset[];
  /** The document customers see now, if there is one. */
  readonly published?: JsonObject | undefined;
}

/** Everything that keeps an offer document from being published, all at once. */
export function checkPrerequisites(document: JsonObject, context: OfferContext): Finding[] {
  const inspection = {
    document,
    key: context.key,
    assets: new Map(context.assets.map((asset) => [asset.assetId, asset])),
    published: context.published,
  };
  const leads = leadDestinationOf(document);
  return [
    ...checkListing(inspection),
    ...checkPictures(inspection),
    ...checkPlans(inspection),
    ...checkTestDrive(inspection),
    ...(leads.kind === "invalid" ? [leads.finding] : []),
  ];
}
