import type { Asset, AssetKind } from "../../../shared/offers/asset.ts";
import type { JsonObject } from "../../../shared/offers/json-fields.ts";
import { key } from "./progress-of.ts";

const guid = "00000000-0000-4000-8000-000000000001";

/** An accepted asset of the test offer; its hash follows from its id. */
export const assetOf = (assetId: string, kind: AssetKind, more: Partial<Asset> = {}): Asset => ({
  ...key,
  assetId,
  kind,
  fileName: `${assetId}.bin`,
  blob: `contoso/sample/${assetId}/${assetId}.bin`,
  state: "accepted",
  sha256: Buffer.from(assetId).toString("hex").padEnd(64, "0").slice(0, 64),
  size: 10,
  findings: [],
  createdAt: "2026-03-02T09:00:00.000Z",
  ...more,
});

const logo = (assetId: string, width: number, height: number) =>
  assetOf(assetId, "logo", { image: { width, height } });

export const validAssets = (): Asset[] => [
  assetOf("pkg1", "package"),
  assetOf("drive", "test-drive-package"),
  assetOf("manual", "document"),
  logo("small", 40, 40),
  logo("medium", 90, 90),
  logo("large", 115, 115),
  logo("wide", 255, 115),
];

export const packageEntry = (assetRef = "asset:pkg1"): JsonObject => ({
  packageVersion: { packageFile: assetRef },
});

export const validPlan = (more: JsonObject = {}): JsonObject => ({
  planId: "basic",
  "microsoft-azure-applications.skuTitle": "Basic",
  "microsoft-azure-applications.skuSummary": "The basic plan",
  "microsoft-azure-applications.skuDescription": "<p>The basic plan.</p>",
  "microsoft-azure-applications.skuType": "solution-template",
  "microsoft-azure-applications.package": { "1.0.0": packageEntry() },
  ...more,
});

/** A document without a single finding; `offer` and `plans` replace what a test is about. */
export const validOffer = (
  more: { offer?: JsonObject; plans?: readonly JsonObject[] } = {},
): JsonObject => ({
  id: "sample",
  publisherId: "contoso",
  offerTypeId: "microsoft-azure-applications",
  definition: {
    displayText: "Sample",
    offer: {
      "microsoft-azure-marketplace.title": "Sample",
      "microsoft-azure-marketplace.summary": "A sample",
      "microsoft-azure-marketplace.longSummary": "A sample application",
      "microsoft-azure-marketplace.description": "<p>A sample application.</p>",
      "microsoft-azure-marketplace.offerMarketingUrlIdentifier": "sample",
      "microsoft-azure-marketplace.allowedSubscriptions": [guid],
      "microsoft-azure-marketplace.usefulLinks": [
        { linkTitle: "Documentation", linkUrl: "https://contoso.com/docs" },
      ],
      "microsoft-azure-marketplace.categories": ["networking"],
      "microsoft-azure-marketplace.smallLogo": "asset:small",
      "microsoft-azure-marketplace.mediumLogo": "asset:medium",
      "microsoft-azure-marketplace.largeLogo": "asset:large",
      "microsoft-azure-marketplace.wideLogo":
        "https://host/api/publishers/contoso/offers/sample/assets/wide?api-version=2017-10-31",
      "microsoft-azure-marketplace.leadDestination": "None",
      "microsoft-azure-marketplace.privacyURL": "https://contoso.com/privacy",
      "microsoft-azure-marketplace.termsOfUse": "Use it well.",
      "microsoft-azure-marketplace.engineeringContactName": "Ada",
      "microsoft-azure-marketplace.engineeringContactEmail": "ada@contoso.com",
      "microsoft-azure-marketplace.engineeringContactPhone": "1",
      "microsoft-azure-marketplace.supportContactName": "Bob",
      "microsoft-azure-marketplace.supportContactEmail": "bob@contoso.com",
      "microsoft-azure-marketplace.supportContactPhone": "2",
      "microsoft-azure-marketplace.publicAzureSupportUrl": "https://contoso.com/support",
      ...more.offer,
    },
    plans: more.plans ?? [validPlan()],
  },
});
