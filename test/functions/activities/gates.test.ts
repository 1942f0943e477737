import { describe, expect, it } from "vitest";
import { certify } from "../../../functions/activities/gates/certify.ts";
import { packageOffer } from "../../../functions/activities/gates/package-offer.ts";
import { validateInfluencedRevenue } from "../../../functions/activities/gates/validate-influenced-revenue.ts";
import { validatePrerequisites } from "../../../functions/activities/gates/validate-prerequisites.ts";
import { validateTestDrive } from "../../../functions/activities/gates/validate-test-drive.ts";
import { wholeOf } from "../../../shared/packages/byte-source.ts";
import { sha256, sha256Of } from "../../../shared/packages/sha256.ts";
import { aPackage, aTestDrivePackage } from "../../support/a-package.ts";
import { acceptAsset, acceptAssets } from "../../support/accepted-assets.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";
import { aPublishingOffer, key, type PublishingOffer } from "./a-publishing-offer.ts";

type Options = Parameters<typeof anOfferDocument>[0];

/** An offer at its first step, with its document frozen and its assets accepted. */
async function anOffer(options: Options = {}, packages: Record<string, Uint8Array> = {}) {
  const hasTestDrive = options.testDrive ?? false;
  const offer = await aPublishingOffer("validate-prerequisites", { hasTestDrive });
  await offer.ports.documents.freeze(key, 1, anOfferDocument(options));
  await acceptAssets(offer, packages);
  offer.calls.clear();
  return offer;
}

const findingsOf = async (offer: PublishingOffer, step: Parameters<PublishingOffer["step"]>[0]) =>
  (await offer.step(step)).findings;

describe("validatePrerequisites", () => {
  it("passes a complete offer", async () => {
    const offer = await anOffer();

    const outcome = await validatePrerequisites(offer.ports)(offer.call);

    expect(await findingsOf(offer, "validate-prerequisites")).toEqual([]);
    expect(outcome).toEqual({ outcome: "passed" });
    expect(offer.transactions()).toBeLessThanOrEqual(10);
  });

  it("reports every missing field at once", async () => {
    const marketplace = "microsoft-azure-marketplace.";
    const fields = { [`${marketplace}summary`]: undefined, [`${marketplace}privacyURL`]: "" };
    const offer = await anOffer({ fields });

    expect(await validatePrerequisites(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
    const found = (await findingsOf(offer, "validate-prerequisites")).map(({ field }) => field);
    expect(found).toEqual(
      expect.arrayContaining([
        `definition.offer.${marketplace}summary`,
        `definition.offer.${marketplace}privacyURL`,
      ]),
    );
  });

  it("rejects a package whose bytes are not those that were examined", async () => {
    const offer = await anOffer();
    const other = await aPackage({ extra: { "nested.json": {} } });
    offer.uploads.set("contoso/mail/package-1/package-1.zip", other);

    expect(await validatePrerequisites(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
    const [finding] = await findingsOf(offer, "validate-prerequisites");
    expect(finding).toMatchObject({ ruleId: "assets-stay-as-examined", whose: "content" });
  });

  it("throws while storage is away, and finds the same afterwards", async () => {
    const offer = await anOffer();
    offer.fail("uploads.open");

    await expect(validatePrerequisites(offer.ports)(offer.call)).rejects.toThrow("is away");
    expect(await validatePrerequisites(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
  });
});

describe("the packages of a submission", () => {
  it("stay what they were, whatever is uploaded to the same asset later", async () => {
    const offer = await anOffer();
    await validatePrerequisites(offer.ports)(offer.call);
    const untracked = await aPackage({ tracked: false });
    await acceptAsset(offer, "package-1", untracked);

    const outcome = await validateInfluencedRevenue(offer.ports)(offer.call);

    expect(outcome).toEqual({ outcome: "passed" });
    await packageOffer(offer.ports)(offer.call);
    const entry = (await offer.ports.catalogue.readEntry(key, 1))!;
    expect(entry.plans[0]!.package.sha256).toBe(await sha256(await aPackage()));
  });
});

describe("validateInfluencedRevenue", () => {
  it("names the plan that does not track its usage", async () => {
    const plans = { standard: "package-1", premium: "package-2" };
    const untracked = await aPackage({ tracked: false });
    const offer = await anOffer({ plans }, { "package-2": untracked });
    await validatePrerequisites(offer.ports)(offer.call);

    const outcome = await validateInfluencedRevenue(offer.ports)(offer.call);

    expect(outcome).toEqual({ outcome: "rejected" });
    const [finding, ...others] = await findingsOf(offer, "validate-influenced-revenue");
    expect(finding!.message).toContain("premium");
    expect(others).toEqual([]);
  });
});

describe("certify", () => {
  it("passes a clean package at the cost of one read, and of keeping the verdict", async () => {
    const offer = await anOffer();
    await validatePrerequisites(offer.ports)(offer.call);
    offer.calls.clear();

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(offer.transactions()).toBeLessThanOrEqual(10);
  });

  it("says which of several plans a finding is about", async () => {
    const broken = await aPackage({ extra: { "createUiDefinition.json": { handler: "none" } } });
    const plans = { standard: "package-1", premium: "package-2" };
    const offer = await anOffer({ plans }, { "package-2": broken });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
    const findings = await findingsOf(offer, "certification");
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) expect(message).toMatch(/^Plan premium: /);
  });
});

describe("certify, for a managed application", () => {
  const principalId = "b0b6b7ce-6a59-4f2e-8a51-0a4a3d8d2c77";
  const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  const authorizations = [{ principalId, roleDefinitionId: owner }];

  it("says what its plan gives away beside the package, and passes", async () => {
    const offer = await anOffer({ managed: { authorizations } });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(await findingsOf(offer, "certification")).toMatchObject([
      { ruleId: "publisher-roles-are-narrow", severity: "warning", tab: "SKUs" },
    ]);
  });

  it("rejects just-in-time access that the form does not support", async () => {
    const publisherJitAccessPolicy = { jitAccessEnabled: true };
    const offer = await anOffer({ managed: { authorizations, publisherJitAccessPolicy } });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
  });
});

describe("validateTestDrive", () => {
  it("passes a Test Drive whose parameters can be filled", async () => {
    const offer = await anOffer({ testDrive: true });
    await validatePrerequisites(offer.ports)(offer.call);

    const outcome = await validateTestDrive(offer.ports)(offer.call);

    expect(await findingsOf(offer, "test-drive-validation")).toEqual([]);
    expect(outcome).toEqual({ outcome: "passed" });
  });

  it("rejects one with a parameter that nobody can fill", async () => {
    const broken = await aTestDrivePackage({ customer: { type: "string" } });
    const offer = await anOffer({ testDrive: true }, { "test-drive": broken });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await validateTestDrive(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
  });
});

describe("packageOffer", () => {
  const ready = async (options: Options = {}) => {
    const offer = await anOffer(options);
    await validatePrerequisites(offer.ports)(offer.call);
    offer.calls.clear();
    return offer;
  };

  it("stores a package under its hash and lists its files in the entry", async () => {
    const offer = await ready();

    expect(await packageOffer(offer.ports)(offer.call)).toEqual({ outcome: "passed" });

    const entry = (await offer.ports.catalogue.readEntry(key, 1))!;
    const { package: made, manifest } = entry.plans[0]!;
    const kept = await offer.ports.packages.open(made.sha256);
    expect(await sha256Of(wholeOf(kept!))).toBe(made.sha256);
    expect(manifest.map(({ path }) => path)).toEqual([
      "createUiDefinition.json",
      "mainTemplate.json",
    ]);
    expect(JSON.stringify(entry)).not.toContain("UseDevelopmentStorage");
  });

  it("writes the very same entry and lead when it is run again", async () => {
    const offer = await ready();
    offer.failAfterwards("catalogue.writeEntry");

    await expect(packageOffer(offer.ports)(offer.call)).rejects.toThrow("is away");
    const first = await offer.ports.catalogue.readEntry(key, 1);
    await packageOffer(offer.ports)({ ...offer.call, at: "2030-01-07T12:00:00.000Z" });

    expect(await offer.ports.catalogue.readEntry(key, 1)).toEqual(first);
    const [one, two] = offer.leads.sent.map(({ lead }) => lead);
    expect(two).toEqual(one);
  });

  it("sends the offer back when the lead destination refuses the test lead", async () => {
    const offer = await ready();
    offer.leads.refuse = "the account key is wrong";

    expect(await packageOffer(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
    const [finding] = await findingsOf(offer, "packaging");
    expect(finding!.message).toContain("the account key is wrong");
    expect(await offer.ports.catalogue.readEntry(key, 1)).toBeUndefined();
  });

  it("says that no leads are delivered when the offer names no destination", async () => {
    const fields = { "microsoft-azure-marketplace.leadDestination": "None" };
    const offer = await ready({ fields });

    expect(await packageOffer(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(offer.leads.sent).toEqual([]);
    const { messages } = await offer.step("packaging");
    expect(messages.at(-1)!.text).toContain("no lead destination");
  });
});
