import { describe, expect, it } from "vitest";
import { packageOffer } from "../../../../functions/activities/gates/package-offer.ts";
import { validateInfluencedRevenue } from "../../../../functions/activities/gates/validate-influenced-revenue.ts";
import { validatePrerequisites } from "../../../../functions/activities/gates/validate-prerequisites.ts";
import { sha256 } from "../../../../shared/packages/sha256.ts";
import { aPackage } from "../../../support/a-package.ts";
import { acceptAsset } from "../../../support/accepted-assets.ts";
import { key } from "../a-publishing-offer.ts";
import { aFrozenOffer, findingsOf } from "./a-frozen-offer.ts";

describe("validatePrerequisites", () => {
  it("passes a complete offer", async () => {
    const offer = await aFrozenOffer();

    const outcome = await validatePrerequisites(offer.ports)(offer.call);

    expect(await findingsOf(offer, "validate-prerequisites")).toEqual([]);
    expect(outcome).toEqual({ outcome: "passed" });
    expect(offer.transactions()).toBeLessThanOrEqual(10);
  });

  it("reports every missing field at once", async () => {
    const marketplace = "microsoft-azure-marketplace.";
    const fields = { [`${marketplace}summary`]: undefined, [`${marketplace}privacyURL`]: "" };
    const offer = await aFrozenOffer({ fields });

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
    const offer = await aFrozenOffer();
    const other = await aPackage({ extra: { "nested.json": {} } });
    offer.uploads.set("contoso/mail/package-1/package-1.zip", other);

    expect(await validatePrerequisites(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
    const [finding] = await findingsOf(offer, "validate-prerequisites");
    expect(finding).toMatchObject({ ruleId: "assets-stay-as-examined", whose: "content" });
  });

  it("throws while storage is away, and finds the same afterwards", async () => {
    const offer = await aFrozenOffer();
    offer.fail("uploads.open");

    await expect(validatePrerequisites(offer.ports)(offer.call)).rejects.toThrow("is away");
    expect(await validatePrerequisites(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
  });
});

describe("the packages of a submission", () => {
  it("stay what they were, whatever is uploaded to the same asset later", async () => {
    const offer = await aFrozenOffer();
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
