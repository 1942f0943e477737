import { describe, expect, it } from "vitest";
import { certify } from "../../../../functions/activities/gates/certify.ts";
import { validatePrerequisites } from "../../../../functions/activities/gates/validate-prerequisites.ts";
import { aPackage } from "../../../support/a-package.ts";
import { aFrozenOffer, findingsOf } from "./a-frozen-offer.ts";

describe("certify", () => {
  it("passes a clean package at the cost of one read, and of keeping the verdict", async () => {
    const offer = await aFrozenOffer();
    await validatePrerequisites(offer.ports)(offer.call);
    offer.calls.clear();

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(offer.transactions()).toBeLessThanOrEqual(10);
  });

  it("says which of several plans a finding is about", async () => {
    const broken = await aPackage({ extra: { "createUiDefinition.json": { handler: "none" } } });
    const plans = { standard: "package-1", premium: "package-2" };
    const offer = await aFrozenOffer({ plans }, { "package-2": broken });
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
    const offer = await aFrozenOffer({ managed: { authorizations } });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(await findingsOf(offer, "certification")).toMatchObject([
      { ruleId: "publisher-roles-are-narrow", severity: "warning", tab: "SKUs" },
    ]);
  });

  it("rejects just-in-time access that the form does not support", async () => {
    const publisherJitAccessPolicy = { jitAccessEnabled: true };
    const offer = await aFrozenOffer({ managed: { authorizations, publisherJitAccessPolicy } });
    await validatePrerequisites(offer.ports)(offer.call);

    expect(await certify(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
  });
});
