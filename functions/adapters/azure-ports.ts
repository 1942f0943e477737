import type { Ports } from "../../shared/ports.ts";
import type { Config } from "../config.ts";
import { BlobCatalogue } from "./blob-catalogue.ts";
import { BlobOfferDocuments } from "./blob-offer-documents.ts";
import { BlobPackageStore } from "./blob-package-store.ts";
import { BlobUploads } from "./blob-uploads.ts";
import { JwtTokens } from "./identity/jwt-tokens.ts";
import { BuiltDocumentation } from "./built-documentation.ts";
import { RememberedMembers } from "./identity/remembered-members.ts";
import { RememberedPublishers } from "./identity/remembered-publishers.ts";
import { TableMembers } from "./identity/table-members.ts";
import { TablePublishers } from "./identity/table-publishers.ts";
import { leadSenders } from "./leads/lead-senders.ts";
import { storageCheck } from "./leads/storage-check.ts";
import { TableScanResults } from "./malware/defender/table-scan-results.ts";
import { malwareScannerOf } from "./malware/malware-scanner-of.ts";
import { guardedFetch } from "./outbound/guarded-fetch.ts";
import { TableProgressStore } from "./progress/table-progress-store.ts";
import { RegionStorage } from "./region-storage.ts";
import { StorageAccount } from "./storage/storage-account.ts";
import { systemClock } from "./system-clock.ts";
import { TableAssetStore } from "./tables/table-asset-store.ts";
import { TableIdempotency } from "./tables/table-idempotency.ts";
import { TableIntents } from "./tables/table-intents.ts";
import { TableWaivers } from "./tables/table-waivers.ts";
import { TableReviewStore } from "./tables/table-review-store.ts";

type AdapterSettings = Pick<
  Config,
  "data" | "regions" | "holidayCountry" | "tokens" | "malware" | "outboundAllowedHosts"
>;

/** Every port on the Azure services that the settings name. */
export function azurePorts(settings: AdapterSettings): Ports {
  const account = new StorageAccount(settings.data);
  const packages = new BlobPackageStore(account);
  const malwareResults = new TableScanResults(account);
  const guard = { allowedHosts: settings.outboundAllowedHosts };
  const outbound = guardedFetch(guard);
  return {
    clock: systemClock,
    tokens: new JwtTokens(settings.tokens),
    members: new RememberedMembers(new TableMembers(account)),
    publishers: new RememberedPublishers(new TablePublishers(account)),
    documents: new BlobOfferDocuments(account),
    progress: new TableProgressStore(account),
    assets: new TableAssetStore(account),
    waivers: new TableWaivers(account),
    uploads: new BlobUploads(account, outbound),
    packages,
    malware: malwareScannerOf(settings.malware, account, malwareResults),
    malwareResults,
    catalogue: new BlobCatalogue(account),
    regions: new RegionStorage(settings.regions, packages),
    leads: leadSenders(outbound, storageCheck(guard)),
    reviews: new TableReviewStore(account),
    intents: new TableIntents(account),
    idempotency: new TableIdempotency(account),
    documentation: new BuiltDocumentation(),
    holidayCountry: settings.holidayCountry,
  };
}
