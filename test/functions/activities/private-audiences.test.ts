import { expect, it } from "vitest";
import { privateAudiences } from "../../../functions/activities/gates/private-audiences.ts";
import { sha256 } from "../../../shared/packages/sha256.ts";
import { submissionOf } from "../../shared/support/progress-of.ts";
import { assetOf, validOffer, validPlan } from "../../shared/support/valid-offer.ts";
import { fakePorts } from "../../support/fake-ports.ts";

const one = "0000000A-0000-4000-8000-000000000001";
const two = "0000000b-0000-4000-8000-000000000002";
const csv = Buffer.from(`Type,Id,Description\nSubscriptionId,${one},us\nSubscriptionId,${two},\n`);
const offerWith = (restrictedAudience: object) =>
  validOffer({ plans: [validPlan(), validPlan({ planId: "mine", restrictedAudience })] });

async function withFile(bytes: Uint8Array) {
  const fake = fakePorts();
  const asset = assetOf("list", "audience", { sha256: await sha256(csv) });
  await fake.ports.assets.create(asset);
  fake.uploads.set(asset.blob, bytes);
  const document = offerWith({ uploadedCsvUri: "asset:list" });
  return privateAudiences(fake.ports, submissionOf(1), document);
}

it("the audience of a plan is what was typed, in lower case; a public plan has none", async () => {
  const document = offerWith({ manualEntries: [{ type: "subscriptionId", id: one }] });
  const { byPlan } = await privateAudiences(fakePorts().ports, submissionOf(1), document);
  expect([...byPlan]).toEqual([["mine", [one.toLowerCase()]]]);
});

it("the audience of a plan is what its file lists", async () => {
  expect([...(await withFile(csv)).byPlan]).toEqual([["mine", [one.toLowerCase(), two]]]);
});

it("a file that was replaced after it was examined is found", async () => {
  const { findings } = await withFile(Buffer.from("Type,Id,Description\n"));
  expect(findings).toMatchObject([
    {
      ruleId: "assets-stay-as-examined",
      field: "definition.plans[1].restrictedAudience.uploadedCsvUri",
    },
  ]);
});
