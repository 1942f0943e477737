import path from "node:path";
import { logoFields, logoFiles } from "./logo-files.ts";
import type { ReleaseSource } from "./release-source.ts";

/** Makes an offer id of a file name: what an offer id may hold, and nothing else. */
export const offerIdOf = (fileName: string): string =>
  path
    .basename(fileName, ".zip")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, "") || "package";

/** Wraps any package zip in an offer with one solution-template plan, so that it can be published. */
export function wrapPackage(fileName: string, bytes: Uint8Array): ReleaseSource {
  const offerId = offerIdOf(fileName);
  const title = offerId.slice(0, 50);
  return {
    publisherId: "contoso",
    offerId,
    title: path.basename(fileName),
    planId: "standard",
    packageEntry: (packageFile) => ({ packageVersion: { packageFile } }),
    files: [
      { role: "package", kind: "package", fileName: `${offerId}.zip`, bytes },
      ...logoFiles(),
    ],
    document: (assets, packages) => ({
      id: offerId,
      publisherId: "contoso",
      offerTypeId: "microsoft-azure-applications",
      definition: {
        displayText: title,
        offer: { ...listing(title), ...logoFields(assets) },
        plans: [
          {
            planId: "standard",
            "microsoft-azure-applications.skuTitle": "Standard",
            "microsoft-azure-applications.skuSummary":
              `The package ${path.basename(fileName)}`.slice(0, 100),
            "microsoft-azure-applications.skuDescription": "<p>Published from a package file.</p>",
            "microsoft-azure-applications.skuType": "solution-template",
            "microsoft-azure-applications.cloudAvailability": ["PublicAzure"],
            regions: ["US"],
            "microsoft-azure-applications.package": packages,
          },
        ],
      },
    }),
  };
}

const contact = (role: string): Record<string, string> => ({
  [`microsoft-azure-marketplace.${role}ContactName`]: "Contoso Publishing",
  [`microsoft-azure-marketplace.${role}ContactEmail`]: "publishing@contoso.example",
  [`microsoft-azure-marketplace.${role}ContactPhone`]: "+1 425 555 0100",
});

const listing = (title: string): Record<string, unknown> => ({
  "microsoft-azure-marketplace.title": title,
  "microsoft-azure-marketplace.summary": "Wrapped from a package file.",
  "microsoft-azure-marketplace.longSummary":
    "An offer made around one package file, to publish it.",
  "microsoft-azure-marketplace.description": "<p>An offer made around one package file.</p>",
  "microsoft-azure-marketplace.offerMarketingUrlIdentifier": title,
  "microsoft-azure-marketplace.allowedSubscriptions": ["11111111-2222-4333-8444-555555555555"],
  "microsoft-azure-marketplace.usefulLinks": [
    { linkTitle: "Documentation", linkUrl: "https://contoso.example/docs" },
  ],
  "microsoft-azure-marketplace.categories": ["devService"],
  "microsoft-azure-marketplace.privacyURL": "https://contoso.example/privacy",
  "microsoft-azure-marketplace.termsOfUse": "Use as licensed by the package's vendor.",
  "microsoft-azure-marketplace.publicAzureSupportUrl": "https://contoso.example/support",
  "microsoft-azure-marketplace.leadDestination": "None",
  ...contact("engineering"),
  ...contact("support"),
});
