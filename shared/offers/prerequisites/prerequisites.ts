import type { Finding } from "../../findings/finding.ts";
import { leadDestinationOf } from "../../leads/lead-destination.ts";
import type { Asset } from "../asset.ts";
import { checkChanges } from "../changes/check-changes.ts";
import type { PublishedFacts } from "../changes/facts/published-facts.ts";
import type { JsonObject } from "../json-fields.ts";
import { inspectPart } from "../model/inspect/inspect-part.ts";
import { partsOf } from "../model/parts.ts";
import type { OfferKey } from "../offer-key.ts";
import { checkFiles } from "./files/file-rules.ts";
import { checkListing } from "./listing-rules.ts";
import { checkPlans } from "./plans/plan-rules.ts";
import { checkTestDrive } from "./test-drive-rules.ts";

/** What an offer document is checked against. */
export interface OfferContext {
  readonly key: OfferKey;
  /** All assets of the offer. */
  readonly assets: readonly Asset[];
  /** Why files could not be fetched, by the reference that names them. */
  readonly unfetched?: ReadonlyMap<string, string> | undefined;
  /** The document customers see now, if there is one. */
  readonly published?: JsonObject | undefined;
  /** What all published versions bind to; without it only the live one is known. */
  readonly facts?: PublishedFacts | undefined;
}

/** Everything that keeps an offer document from being published, all at once. */
export function checkPrerequisites(document: JsonObject, context: OfferContext): Finding[] {
  const inspection = {
    document,
    key: context.key,
    assets: new Map(context.assets.map((asset) => [asset.assetId, asset])),
    unfetched: context.unfetched,
    published: context.published,
    facts: context.facts,
  };
  const parts = partsOf(document);
  const leads = leadDestinationOf(document);
  return [
    ...parts.flatMap(inspectPart),
    ...parts.flatMap((part) => checkFiles(inspection, part)),
    ...checkListing(document),
    ...checkPlans(document),
    ...checkTestDrive(document),
    ...checkChanges(inspection),
    ...(leads.kind === "invalid" ? leads.findings : []),
  ];
}
