import { describe, expect, it } from "vitest";
import { validatePrerequisites } from "../../../../functions/activities/gates/validate-prerequisites.ts";
import { validateTestDrive } from "../../../../functions/activities/gates/validate-test-drive.ts";
import { aTestDrivePackage } from "../../../support/a-package.ts";
import { aFrozenOffer, findingsOf } from "./a-frozen-offer.ts";

describe("validateTestDrive", () => {
  it("passes a Test Drive whose parameters can be filled", async () => {
    const offer = await aFrozenOffer({ testDrive: true });
    await validatePrerequisites(offer.ports)(offer.call);

    const outcome = await validateTestDrive(offer.ports)(offer.call);

    expect(await findingsOf(offer, "test-drive-validation")).toEqual([]);
    expect(outcome).toEqual({ outcome: "passed" });
  });

  it("rejects one with a parameter that nobody can fill", async () => {
    const broken = await aTestDrivePackage({ customer: { type: "string" } });
    const offer = await aFrozenOffer({ testDrive: true }, { "test-drive": broken });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await validateTestDrive(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
  });
});
