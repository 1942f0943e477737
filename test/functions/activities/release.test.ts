import { describe, expect, it } from "vitest";
import { closeReplication } from "../../../functions/activities/release/close-replication.ts";
import { closeSignOff } from "../../../functions/activities/release/close-sign-off.ts";
import { goLive } from "../../../functions/activities/release/go-live.ts";
import { openReplication } from "../../../functions/activities/release/open-replication.ts";
import { openSignOff } from "../../../functions/activities/release/open-sign-off.ts";
import { replicateRegion } from "../../../functions/activities/release/replicate-region.ts";
import { requestGoLive } from "../../../shared/publishing/progress/sign-off.ts";
import { anEntry, sums } from "./an-entry.ts";
import { aPublishingOffer, key } from "./a-publishing-offer.ts";

const later = "2030-01-07T11:00:00.000Z";

describe("openSignOff", () => {
  it("opens the preview and ends the publish operation", async () => {
    const offer = await aPublishingOffer("publisher-sign-off");

    expect(await openSignOff(offer.ports)(offer.call)).toEqual({ decision: "waiting" });

    const row = await offer.ports.catalogue.readRow(key);
    expect(row!.value).toEqual({ ...key, preview: { submission: 1 } });
    const { offer: state, operations } = await offer.progress();
    expect(state.status).toBe("waitingForPublisherReview");
    expect(operations[0]).toMatchObject({ type: "publish", state: "succeeded" });
  });

  it("costs one read when nothing has changed", async () => {
    const offer = await aPublishingOffer("publisher-sign-off");
    await openSignOff(offer.ports)(offer.call);
    offer.calls.clear();

    await openSignOff(offer.ports)({ ...offer.call, at: later });

    expect(offer.transactions()).toBe(1);
  });

  it("reminds the publisher every two weeks", async () => {
    const offer = await aPublishingOffer("publisher-sign-off");
    for (const day of ["07", "09", "21", "22"])
      await openSignOff(offer.ports)({ ...offer.call, at: `2030-01-${day}T10:00:00.000Z` });

    const { messages } = await offer.step("publisher-sign-off");
    expect(messages.map(({ at }) => at.slice(0, 10))).toEqual(["2030-01-07", "2030-01-21"]);
  });

  it("says Go Live when storage knows of it, whatever became of the event", async () => {
    const offer = await aPublishingOffer("publisher-sign-off");
    await openSignOff(offer.ports)(offer.call);
    await offer.change((progress) => requestGoLive(progress, { operationId: "op-2" }, later));

    expect(await openSignOff(offer.ports)(offer.call)).toEqual({ decision: "go-live" });
    expect(await closeSignOff(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(await openSignOff(offer.ports)(offer.call)).toEqual({ decision: "go-live" });
    expect(await offer.step("publisher-sign-off")).toMatchObject({ status: "complete" });
  });

  it("says canceled when a cancel was asked for, before it opens the preview or after", async () => {
    const before = await aPublishingOffer("publisher-sign-off");
    await before.cancel();
    const after = await aPublishingOffer("publisher-sign-off");
    await openSignOff(after.ports)(after.call);
    await after.cancel();

    expect(await openSignOff(before.ports)(before.call)).toEqual({ decision: "canceled" });
    expect(await before.ports.catalogue.readRow(key)).toBeUndefined();
    expect(await openSignOff(after.ports)(after.call)).toEqual({ decision: "canceled" });
  });
});

describe("replication", () => {
  it("names the regions and begins its step once", async () => {
    const offer = await aPublishingOffer("live");
    const call = { ...offer.call, step: "live" as const };

    const opened = await openReplication(offer.ports)(call);
    expect(opened).toEqual({ outcome: "opened", regions: ["westeurope", "eastus"] });
    expect(await openReplication(offer.ports)({ ...call, at: later })).toEqual(opened);
    expect(await offer.step("live")).toMatchObject({ startedAt: call.at, status: "inProgress" });
  });

  it("copies every package once, verifies it and copies the entry", async () => {
    const offer = await aPublishingOffer("live");
    await offer.ports.catalogue.writeEntry(anEntry());

    const call = { ...offer.call, region: "eastus" };
    expect(await replicateRegion(offer.ports)(call)).toEqual({ ok: true });
    expect(offer.calls.get("regions.copyPackage")).toBe(2);
    expect([...offer.regions.held]).toEqual([
      `eastus/${sums[0]}`,
      `eastus/${sums[1]}`,
      "eastus/contoso/mail",
    ]);
  });

  it("answers a failure as a value: away, damaged or never packaged", async () => {
    const offer = await aPublishingOffer("live");
    const call = { ...offer.call, region: "eastus" };
    const errors: unknown[] = [(await replicateRegion(offer.ports)(call)).error];
    await offer.ports.catalogue.writeEntry(anEntry());
    offer.regions.damaging.add("eastus");
    errors.push((await replicateRegion(offer.ports)(call)).error);
    offer.regions.away.add("eastus");
    errors.push((await replicateRegion(offer.ports)(call)).error);

    expect(errors).toEqual([
      expect.stringContaining("never packaged"),
      expect.stringContaining("instead of package"),
      "eastus does not answer",
    ]);
  });

  it("ends its own row in 2018-12", async () => {
    const offer = await aPublishingOffer("replication", { process: "2018-12" });
    const call = { ...offer.call, step: "replication" as const };
    await openReplication(offer.ports)(call);

    expect(await closeReplication(offer.ports)(call)).toEqual({ outcome: "passed" });
    expect(await offer.step("replication")).toMatchObject({ status: "complete" });
  });

  it("is the first half of Live in 2018-01, and can be cancelled until its end", async () => {
    const offer = await aPublishingOffer("live");
    const call = { ...offer.call, step: "live" as const };
    await openReplication(offer.ports)(call);

    expect(await closeReplication(offer.ports)(call)).toEqual({ outcome: "passed" });
    const { status, progress, messages } = await offer.step("live");
    expect({ status, progress }).toEqual({ status: "inProgress", progress: 50 });
    expect(messages).toHaveLength(2);
    await offer.cancel();
    expect(await closeReplication(offer.ports)(call)).toEqual({ outcome: "canceled" });
    expect(await openReplication(offer.ports)(call)).toMatchObject({ outcome: "canceled" });
    expect(await goLive(offer.ports)(call)).toEqual({ outcome: "canceled" });
  });
});

describe("goLive", () => {
  it.each(["2018-01", "2018-12"] as const)(
    "switches the row and ends well (%s)",
    async (process) => {
      const offer = await aPublishingOffer("live", { process });
      const preview = { ...key, preview: { submission: 1 } };
      await offer.ports.catalogue.writeRow(key, preview, undefined);

      expect(await goLive(offer.ports)(offer.call)).toEqual({ outcome: "passed" });

      const row = await offer.ports.catalogue.readRow(key);
      expect(row!.value).toEqual({ ...key, live: { submission: 1, since: offer.call.at } });
      const { offer: state, operations } = await offer.progress();
      expect(state).toMatchObject({ status: "succeeded", liveSubmission: 1 });
      expect(operations[0]).toMatchObject({ type: "goLive", state: "succeeded" });
    },
  );

  it.each(["progress.write", "catalogue.writeRow"])(
    "comes to the same end when %s fails after its work",
    async (method) => {
      const offer = await aPublishingOffer("live");
      offer.failAfterwards(method);

      await expect(goLive(offer.ports)(offer.call)).rejects.toThrow("is away");
      expect(await goLive(offer.ports)({ ...offer.call, at: later })).toEqual({
        outcome: "passed",
      });
      expect(await goLive(offer.ports)({ ...offer.call, at: later })).toEqual({
        outcome: "passed",
      });
      expect((await offer.progress()).offer.status).toBe("succeeded");
    },
  );

  it("cannot be cancelled once it has begun to release", async () => {
    const offer = await aPublishingOffer("live");
    offer.fail("catalogue.writeRow");
    await expect(goLive(offer.ports)(offer.call)).rejects.toThrow();
    await offer.cancel();

    expect(await goLive(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
  });

  it("keeps another submission's preview", async () => {
    const offer = await aPublishingOffer("live");
    const row = { ...key, preview: { submission: 9 } };
    await offer.ports.catalogue.writeRow(key, row, undefined);

    await goLive(offer.ports)(offer.call);

    const after = (await offer.ports.catalogue.readRow(key))!.value;
    expect(after).toEqual({ ...row, live: { submission: 1, since: offer.call.at } });
  });
});
