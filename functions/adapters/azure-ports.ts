import type { Ports } from "../../shared/ports.ts";
import type { Config } from "../config.ts";
import { BlobCatalogue } from "./blob-catalogue.ts";
import { BlobOfferDocuments } from "./blob-offer-documents.ts";
import { BlobPackageStore } from "./blob-package-store.ts";
import { BlobUploads } from "./blob-uploads.ts";
import { TableProgressStore } from "./progress/table-progress-store.ts";
import { RegionStorage } from "./region-storage.ts";
import { StorageAccount } from "./storage/storage-account.ts";
import { systemClock } from "./system-clock.ts";
import { TableAssetStore } from "./table-asset-store.ts";
import { TableIntents } from "./table-intents.ts";
import { TableLeadDestination } from "./table-lead-destination.ts";
import { TableReviewStore } from "./table-review-store.ts";

type AdapterSettings = Pick<Config, "data" | "regions" | "holidayCountry">;

/** Every port on the Azure services that the settings name. */
export function azurePorts(settings: AdapterSettings): Ports {
  const account = new StorageAccount(settings.data);
  const packages = new BlobPackageStore(account);
  return {
    clock: systemClock,
    documents: new BlobOfferDocuments(account),
    progress: new TableProgressStore(account),
    assets: new TableAssetStore(account),
    uploads: new BlobUploads(account),
    packages,
    catalogue: new BlobCatalogue(account),
    regions: new RegionStorage(settings.regions, packages),
    tableLeads: new TableLeadDestination({ allowsEmulator: account.isEmulator }),
    reviews: new TableReviewStore(account),
    intents: new TableIntents(account),
    holidayCountry: settings.holidayCountry,
  };
}
