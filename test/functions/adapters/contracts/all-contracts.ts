import { assetStoreContract } from "./asset-store.ts";
import { catalogueContract } from "./catalogue.ts";
import { idempotencyContract } from "./idempotency.ts";
import { identityContract } from "./identity.ts";
import { intentsContract } from "./intents.ts";
import { offerDocumentsContract } from "./offer-documents.ts";
import { packageStoreContract } from "./package-store.ts";
import type { PortContract } from "./port-contract.ts";
import { progressStoreContract } from "./progress-store.ts";
import { regionsContract } from "./regions.ts";
import { reviewStoreContract } from "./review-store.ts";
import { waiversContract } from "./waivers.ts";

/** The contract of every port, one after another. */
export const allContracts: PortContract = (open) => {
  const contracts = [
    offerDocumentsContract,
    progressStoreContract,
    assetStoreContract,
    packageStoreContract,
    catalogueContract,
    reviewStoreContract,
    intentsContract,
    identityContract,
    idempotencyContract,
    waiversContract,
    regionsContract,
  ];
  for (const contract of contracts) contract(open);
};
