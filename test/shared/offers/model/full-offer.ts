import type { Asset } from "../../../../shared/offers/asset.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { assetOf, validAssets, validOffer, validPlan } from "../../support/valid-offer.ts";

const guid = "00000000-0000-4000-8000-000000000001";
const under = (prefix: string, fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefix + name, value]));

const listing = under("microsoft-azure-marketplace.", {
  categories: ["database"],
  categoryMap: [{ categoryL1: "networking", "categoryL2-networking": ["firewalls"] }],
  cspOfferOptIn: true,
  heroLogo: "asset:hero",
  screenshots: [{ name: "Start", imageUrl: "asset:shot" }, "asset:shot"],
  videos: [{ name: "Tour", url: "https://youtu.be/0", thumbnailUrl: "asset:shot" }],
  leadDestination: "None",
  ...Object.fromEntries(
    ["table", "blob", "crm", "httpsEndpoint", "marketo", "salesForce"].map((kind) => [
      `${kind}LeadConfiguration`,
      {},
    ]),
  ),
  useEnterpriseContract: false,
  customAmendments: { any: "thing" },
  fairfaxSupportUrl: "https://contoso.com/gov",
});

const testDrive = under("microsoft-azure-marketplace-testdrive.", {
  enabled: true,
  description: "<p>Try it.</p>",
  userManual: "asset:manual",
  videos: [{ name: "Tour", url: "https://vimeo.com/1", thumbnailUrl: "asset:shot" }],
  regions: ["westeurope"],
  hotInstances: 0,
  warmInstances: 0,
  coldInstances: 2,
  durationHours: 3,
  package: "asset:drive",
  accessInformation: "Open {{url}}.",
  subscriptionId: guid,
  tenantId: guid,
  applicationId: guid,
  applicationKey: "key",
});

const plan = (planId: string, more: JsonObject): JsonObject =>
  validPlan({
    planId,
    regions: ["US", "DE"],
    monthlyPricing: { individually: { US: 1 } },
    monthlyPricingV2: { currency: "USD", single: 1 },
    ...more,
  });

const application = "microsoft-azure-applications.";

const managed = plan("managed", {
  [`${application}skuType`]: "ManagedApplication",
  [`${application}cloudAvailability`]: ["PublicAzure", "Fairfax"],
  [`${application}certificationsAzureGovernment`]: [{ title: "FedRAMP", uri: "https://a.example" }],
  restrictedAudience: { manualEntries: [{ type: "subscriptionId", id: guid, description: "us" }] },
  [`${application}package`]: {
    "1.0.0": {
      packageVersion: { packageFile: "asset:pkg1", tenantId: guid },
      authorizations: [{ principalId: guid, roleDefinitionId: guid }],
      policies: [{ policyName: "Audit", policyDefinitionID: guid, policySku: "Free" }],
      publisherJitAccessPolicy: { jitAccessEnabled: false },
      ApplicationLockingPolicies: { CanEnableCustomerActions: false },
      allowedCustomerActions: ["Microsoft.Compute/virtualMachines/restart/action"],
      allowedDataActions: [],
      deploymentMode: "Incremental",
      notificationEndpoint: "https://contoso.com/told",
    },
  },
});

const byFile = plan("by-file", { restrictedAudience: { uploadedCsvUri: "asset:audience" } });

/** A document with every field of the model, and nothing wrong. */
export const fullOffer = (): JsonObject => {
  const offer = validOffer({
    offer: {
      ...listing,
      ...testDrive,
      ...under(application, {
        gtmMaterials: "https://contoso.com/gtm",
        managerContactName: "The channel manager",
        managerContactEmail: "channel@contoso.com",
        managerContactPhone: "3",
      }),
      "offerpress.publishingProcess": "2018-12",
    },
    plans: [managed, byFile],
  });
  return { ...offer, offerTypeVersions: { "microsoft-azure-marketplace": 39 } };
};

export const fullAssets = (): Asset[] => [
  ...validAssets(),
  assetOf("audience", "audience"),
  assetOf("hero", "logo", { image: { width: 815, height: 290 } }),
  assetOf("shot", "screenshot", { image: { width: 533, height: 324 } }),
];
