import { describe, expect, it, vi } from "vitest";
import { runGate } from "../../../functions/activities/running/run-gate.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { aPublishingOffer } from "./a-publishing-offer.ts";

const step = "certification";
const finding = (more: Partial<Finding> = {}): Finding => ({
  ruleId: "a-rule",
  severity: "error",
  message: "It is wrong.",
  fix: "Make it right.",
  whose: "content",
  ...more,
});
const clean = () => Promise.resolve({ findings: [] });

describe("a gate", () => {
  it("passes its step with one read and two writes", async () => {
    const offer = await aPublishingOffer(step);

    expect(await runGate(offer.ports, step, offer.call, clean)).toEqual({ outcome: "passed" });

    expect(offer.calls).toEqual(new Map([["progress.read", 1], ["progress.write", 2]])); // prettier-ignore
    expect(await offer.step(step)).toMatchObject({ status: "complete", progress: 100 });
  });

  it("rejects the offer when the publisher must act, and reports everything", async () => {
    const offer = await aPublishingOffer(step);
    const findings = Array.from({ length: 30 }, (_, i) => finding({ message: `number ${i}` }));

    const outcome = await runGate(offer.ports, step, offer.call, async () => ({ findings }));

    expect(outcome).toEqual({ outcome: "rejected" });
    const state = await offer.step(step);
    expect(state).toMatchObject({ status: "rejected", findingCount: 30 });
    expect((await offer.ports.packages.readReport(state.report!))!.findings).toEqual(findings);
    expect((await offer.progress()).offer.status).toBe("failed");
  });

  it("lets warnings pass and keeps them visible", async () => {
    const offer = await aPublishingOffer(step);
    const findings = [finding({ severity: "warning" })];

    const outcome = await runGate(offer.ports, step, offer.call, async () => ({ findings }));

    expect(outcome).toEqual({ outcome: "passed" });
    expect((await offer.step(step)).findings).toEqual(findings);
  });

  it.each(["infrastructure", "scanner"] as const)(
    "throws when the %s failed, so that the offer does not turn red",
    async (whose) => {
      const offer = await aPublishingOffer(step);
      const work = async () => ({ findings: [finding({ whose })] });

      await expect(runGate(offer.ports, step, offer.call, work)).rejects.toThrow("a-rule");
      expect((await offer.step(step)).status).toBe("inProgress");
    },
  );

  it.each([
    ["passed", [] as Finding[]],
    ["rejected", [finding()]],
  ])("answers %s again without working again", async (outcome, findings) => {
    const offer = await aPublishingOffer(step);
    const work = vi.fn(async () => ({ findings }));

    await runGate(offer.ports, step, offer.call, work);
    const before = await offer.progress();
    const again = await runGate(offer.ports, step, { ...offer.call, at: later }, work);

    expect(again).toEqual({ outcome });
    expect(work).toHaveBeenCalledTimes(1);
    expect(await offer.progress()).toEqual(before);
  });

  it("does not begin when a cancel was asked for", async () => {
    const offer = await aPublishingOffer(step);
    await offer.cancel();
    const work = vi.fn(clean);

    expect(await runGate(offer.ports, step, offer.call, work)).toEqual({ outcome: "canceled" });
    expect(work).not.toHaveBeenCalled();
    expect((await offer.step(step)).status).toBe("notStarted");
  });

  it("notices a cancel that came while it worked", async () => {
    const offer = await aPublishingOffer(step);
    const work = async () => {
      await offer.cancel();
      return { findings: [finding()] };
    };

    expect(await runGate(offer.ports, step, offer.call, work)).toEqual({ outcome: "canceled" });
    expect((await offer.step(step)).status).toBe("inProgress");
  });

  it("keeps what somebody else wrote meanwhile", async () => {
    const offer = await aPublishingOffer(step);
    const work = async () => {
      await offer.change((progress) => ({
        ...progress,
        offer: { ...progress.offer, displayText: "New name" },
      }));
      return { findings: [] };
    };

    expect(await runGate(offer.ports, step, offer.call, work)).toEqual({ outcome: "passed" });
    expect((await offer.progress()).offer.displayText).toBe("New name");
  });

  it.each(["progress.write", "packages.writeReport"])(
    "comes to the same end when %s fails after its work",
    async (method) => {
      const offer = await aPublishingOffer(step);
      const work = async () => ({ findings: [finding({ severity: "warning" })] });
      offer.failAfterwards(method);

      await expect(runGate(offer.ports, step, offer.call, work)).rejects.toThrow("is away");
      const again = await runGate(offer.ports, step, { ...offer.call, at: later }, work);

      expect(again).toEqual({ outcome: "passed" });
      expect(await offer.step(step)).toMatchObject({
        status: "complete",
        startedAt: offer.call.at,
        findingCount: 1,
      });
    },
  );

  it("of an earlier submission may not touch a later one", async () => {
    const offer = await aPublishingOffer(step);
    const call = { ...offer.call, submission: { ...offer.submission, number: 7 } };

    expect(await runGate(offer.ports, step, call, clean)).toEqual({ outcome: "canceled" });
  });
});

const later = "2030-01-07T11:00:00.000Z";
