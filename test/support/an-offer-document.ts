const offer = "microsoft-azure-marketplace.";
const drive = "microsoft-azure-marketplace-testdrive.";
const plan = "microsoft-azure-applications.";

interface OfferOptions {
  /** Asset ids of the plans' packages, by plan. */
  readonly plans?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly testDrive?: boolean;
  /** Makes the plans managed applications, with these fields beside the package. */
  readonly managed?: object | undefined;
  /** Dotted keys of the offer to set; undefined leaves one out. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

const tenantId = "3f0a7c52-9a4e-4b58-8a57-1f2d6f0b8c12";

const aPlan = (planId: string, assetId: string, version: string, managed?: object) => ({
  planId,
  regions: ["US"],
  [`${plan}skuTitle`]: `Plan ${planId}`,
  [`${plan}skuSummary`]: "Mail for teams.",
  [`${plan}skuDescription`]: "<p>Mail for teams.</p>",
  [`${plan}skuType`]: managed ? "managed-application" : "solution-template",
  [`${plan}cloudAvailability`]: ["PublicAzure"],
  [`${plan}package`]: {
    [version]: {
      packageVersion: { packageFile: `asset:${assetId}`, ...(managed && { tenantId }) },
      ...managed,
    },
  },
});

const testDriveFields = {
  [`${drive}enabled`]: true,
  [`${drive}description`]: "<p>A mailbox for an hour.</p>",
  [`${drive}regions`]: ["westeurope"],
  [`${drive}coldInstances`]: 2,
  [`${drive}durationHours`]: 1,
  [`${drive}accessInformation`]: "<p>Open it.</p>",
  [`${drive}package`]: "asset:test-drive",
};

/** A document that passes its prerequisites once its assets are accepted. */
export const anOfferDocument = ({
  plans = { standard: "package-1" },
  version = "1.0.0",
  testDrive = false,
  managed,
  fields = {},
}: OfferOptions = {}): Record<string, unknown> => ({
  id: "mail",
  publisherId: "contoso",
  offerTypeId: "microsoft-azure-applications",
  definition: {
    displayText: "Contoso Mail",
    offer: {
      [`${offer}title`]: "Contoso Mail",
      [`${offer}summary`]: "Mail for teams.",
      [`${offer}longSummary`]: "Mail for teams of every size.",
      [`${offer}description`]: "<p>Mail for teams.</p>",
      [`${offer}offerMarketingUrlIdentifier`]: "contoso-mail",
      [`${offer}allowedSubscriptions`]: ["3f0a7c52-9a4e-4b58-8a57-1f2d6f0b8c11"],
      [`${offer}usefulLinks`]: [{ linkTitle: "Docs", linkUrl: "https://mail.contoso.example" }],
      [`${offer}categories`]: ["security"],
      [`${offer}smallLogo`]: "asset:logo-40x40",
      [`${offer}mediumLogo`]: "asset:logo-90x90",
      [`${offer}largeLogo`]: "asset:logo-115x115",
      [`${offer}wideLogo`]: "asset:logo-255x115",
      [`${offer}leadDestination`]: "AzureTable",
      [`${offer}tableLeadConfiguration`]: { connectionString: "UseDevelopmentStorage=true" },
      [`${offer}privacyURL`]: "https://mail.contoso.example/privacy",
      [`${offer}termsOfUse`]: "Use it.",
      [`${offer}engineeringContactName`]: "Engineering",
      [`${offer}engineeringContactEmail`]: "engineering@contoso.example",
      [`${offer}engineeringContactPhone`]: "+1 206 555 0100",
      [`${offer}supportContactName`]: "Support",
      [`${offer}supportContactEmail`]: "support@contoso.example",
      [`${offer}supportContactPhone`]: "+1 206 555 0199",
      [`${offer}publicAzureSupportUrl`]: "https://mail.contoso.example/support",
      ...(testDrive ? testDriveFields : {}),
      ...fields,
    },
    plans: Object.entries(plans).map(([planId, assetId]) =>
      aPlan(planId, assetId, version, managed),
    ),
  },
});
