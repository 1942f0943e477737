import type { MalwareScanner } from "./malware/malware-scanner.ts";
import type { Tokens, Members, Publishers, Idempotency } from "./ports/callers.ts";
import type { Uploads, PackageStore, Catalogue, Regions } from "./ports/files.ts";
import type { OfferDocuments, ProgressStore, Waivers, AssetStore } from "./ports/offers.ts";
import type { LeadDestinations, MalwareResults, Documentation } from "./ports/outside.ts";
import type { ReviewStore, Intents } from "./ports/reviews.ts";

/** The only source of time; the local host moves it forward. */
export interface Clock {
  now(): Date;
}

/** Everything outside the domain, in one place. */
export interface Ports {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly members: Members;
  readonly publishers: Publishers;
  readonly documents: OfferDocuments;
  readonly progress: ProgressStore;
  readonly assets: AssetStore;
  readonly waivers: Waivers;
  readonly uploads: Uploads;
  readonly packages: PackageStore;
  readonly malware: MalwareScanner;
  readonly malwareResults: MalwareResults;
  readonly catalogue: Catalogue;
  readonly regions: Regions;
  readonly leads: LeadDestinations;
  readonly reviews: ReviewStore;
  readonly intents: Intents;
  readonly idempotency: Idempotency;
  readonly documentation: Documentation;
  readonly holidayCountry: string;
}
