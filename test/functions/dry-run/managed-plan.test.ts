import { expect, it } from "vitest";
import { dryRun } from "../../../functions/dry-run/dry-run.ts";
import { acceptAssets } from "../../support/accepted-assets.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";
import { aPublishingOffer, key } from "../activities/a-publishing-offer.ts";

it("tells what a managed application's plan gives away beside its package", async () => {
  const principalId = "b0b6b7ce-6a59-4f2e-8a51-0a4a3d8d2c77";
  const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  const managed = {
    authorizations: [{ principalId, roleDefinitionId: owner }],
    allowedCustomerActions: ["*"],
  };
  const offer = await aPublishingOffer("validate-prerequisites");
  const document = anOfferDocument({ managed });
  await offer.ports.documents.freeze(key, 1, document);
  await acceptAssets(offer);

  const steps = await dryRun(offer.ports, { key, document, process: "2018-01" });

  const certification = steps.find(({ step }) => step === "certification");
  expect(certification?.findings.map(({ ruleId }) => ruleId)).toEqual([
    "publisher-roles-are-narrow",
    "customer-actions-are-narrow",
  ]);
});
