import { describe, expect, it } from "vitest";
import { diffOffers } from "../../../shared/offers/changes/diff/offer-diff.ts";
import { leadDestinationOf } from "../../../shared/leads/lead-destination.ts";
import { notesOf, shapeOf } from "../../../shared/offers/model/inspect/schema-walk.ts";
import { leadKinds } from "../../../shared/offers/model/leads/lead-kinds.ts";
import { testDriveFields } from "../../../shared/offers/model/test-drive.ts";
import { keepSecrets, withoutSecrets } from "../../../shared/offers/secrets.ts";
import { validOffer } from "../support/valid-offer.ts";

const marketplace = "microsoft-azure-marketplace.";
const drive = "microsoft-azure-marketplace-testdrive.";
const neverShown = (schema: Parameters<typeof notesOf>[0]): boolean =>
  /never shown again/.test(notesOf(schema)?.what ?? "");
const hidden = "hunter2";

/** Every field that the model says is never shown, with the offer's fields that hold it. */
const ofLeads = leadKinds.flatMap(({ name, configuredBy, configuration }) =>
  Object.entries(shapeOf(configuration))
    .filter(([, schema]) => neverShown(schema))
    .map(([field]) => ({
      what: `${name}: ${field}`,
      offer: {
        [`${marketplace}leadDestination`]: name,
        [marketplace + configuredBy]: { [field]: hidden },
      },
    })),
);
const ofTestDrive = Object.entries(testDriveFields)
  .filter(([, schema]) => neverShown(schema))
  .map(([field]) => ({ what: `Test Drive: ${field}`, offer: { [drive + field]: hidden } }));
const laterName = {
  what: "Test Drive: what later clients call the key",
  offer: { [`${drive}azureActiveDirectoryApplicationKey`]: hidden },
};

it("secrets of every kind are known to the model", () => {
  expect([...ofLeads, ...ofTestDrive].map(({ what }) => what)).toEqual([
    "Azure Table: connectionString",
    "Azure Blob: connectionString",
    "Dynamics CRM Online: applicationKey",
    "Dynamics CRM Online: password",
    "HTTPS endpoint: httpsEndpointUri",
    "Test Drive: applicationKey",
  ]);
});

describe.each([...ofLeads, ...ofTestDrive, laterName])("the secret of $what", ({ offer }) => {
  const document = validOffer({ offer });

  it("is in no answer", () => {
    expect(JSON.stringify(document)).toContain(hidden);
    expect(JSON.stringify(withoutSecrets(document))).not.toContain(hidden);
  });

  it("is in no difference", () => {
    const differences = [diffOffers(validOffer(), document), diffOffers(document, validOffer())];
    expect(JSON.stringify(differences)).not.toContain(hidden);
  });

  it("is in no finding, however wrong it is", () => {
    const choice = leadDestinationOf(document);
    const findings = choice.kind === "invalid" ? choice.findings : [];
    expect(JSON.stringify(findings)).not.toContain(hidden);
  });

  it("survives that the document is read and written back", () => {
    expect(keepSecrets(withoutSecrets(document), document)).toEqual(document);
  });
});
