import { describe, expect, it } from "vitest";
import { validateInfluencedRevenue } from "../../../../functions/activities/gates/validate-influenced-revenue.ts";
import { validatePrerequisites } from "../../../../functions/activities/gates/validate-prerequisites.ts";
import { aPackage } from "../../../support/a-package.ts";
import { aFrozenOffer, findingsOf } from "./a-frozen-offer.ts";

describe("validateInfluencedRevenue", () => {
  it("names the plan that does not track its usage", async () => {
    const plans = { standard: "package-1", premium: "package-2" };
    const untracked = await aPackage({ tracked: false });
    const offer = await aFrozenOffer({ plans }, { "package-2": untracked });
    await validatePrerequisites(offer.ports)(offer.call);

    const outcome = await validateInfluencedRevenue(offer.ports)(offer.call);

    expect(outcome).toEqual({ outcome: "rejected" });
    const [finding, ...others] = await findingsOf(offer, "validate-influenced-revenue");
    expect(finding!.message).toContain("premium");
    expect(others).toEqual([]);
  });
});
