import { describe, expect, it } from "vitest";
import { blockStep, unblockStep } from "../../../functions/activities/holdups/block-step.ts";
import { withdrawSubmission } from "../../../functions/activities/holdups/withdraw-submission.ts";
import { openSignOff } from "../../../functions/activities/release/open-sign-off.ts";
import { begin } from "../../../functions/activities/running/run-gate.ts";
import { aPublishingOffer, key } from "./a-publishing-offer.ts";

const reason = "connect ECONNREFUSED 10.1.2.3:443";

describe("a blocked step", () => {
  it("waits without turning the offer red, and tells no address of ours", async () => {
    const offer = await aPublishingOffer("certification");
    await begin(offer.ports, "certification", offer.call);

    const call = { ...offer.call, step: "certification" as const, reason };
    expect(await blockStep(offer.ports)(call)).toEqual({ outcome: "blocked" });
    expect(await blockStep(offer.ports)(call)).toEqual({ outcome: "blocked" });

    const state = await offer.step("certification");
    expect(state.status).toBe("blocked");
    expect(state.messages).toHaveLength(1);
    expect(state.messages[0]!.text).not.toContain("10.1.2.3");
    expect((await offer.progress()).offer.status).toBe("running");
  });

  it("goes on when it is resumed", async () => {
    const offer = await aPublishingOffer("certification");
    await begin(offer.ports, "certification", offer.call);
    const call = { ...offer.call, step: "certification" as const, reason };
    await blockStep(offer.ports)(call);

    expect(await unblockStep(offer.ports)(call)).toEqual({ outcome: "resumed" });
    expect(await unblockStep(offer.ports)(call)).toEqual({ outcome: "resumed" });
    expect((await offer.step("certification")).status).toBe("inProgress");
  });

  it("notices a cancel at both ends", async () => {
    const offer = await aPublishingOffer("certification");
    await offer.cancel();
    const call = { ...offer.call, step: "certification" as const, reason };

    expect(await blockStep(offer.ports)(call)).toEqual({ outcome: "canceled" });
    expect(await unblockStep(offer.ports)(call)).toEqual({ outcome: "canceled" });
  });
});

describe("a withdrawal", () => {
  it("closes preview and submission, and leaves what is live", async () => {
    const offer = await aPublishingOffer("publisher-sign-off");
    const live = { submission: 9, since: offer.call.at };
    await offer.ports.catalogue.writeRow(key, { ...key, live }, undefined);
    await openSignOff(offer.ports)(offer.call);
    await offer.cancel();

    await withdrawSubmission(offer.ports)(offer.call);
    const once = await offer.progress();
    await withdrawSubmission(offer.ports)({ ...offer.call, at: "2030-02-01T00:00:00.000Z" });

    expect((await offer.ports.catalogue.readRow(key))!.value).toEqual({ ...key, live });
    expect(once.offer.status).toBe("canceled");
    expect(await offer.progress()).toEqual(once);
  });

  it("leaves a later submission alone", async () => {
    const offer = await aPublishingOffer("certification");
    const call = { ...offer.call, submission: { ...offer.submission, number: 7 } };

    await withdrawSubmission(offer.ports)(call);

    expect((await offer.progress()).offer.status).toBe("running");
  });
});
