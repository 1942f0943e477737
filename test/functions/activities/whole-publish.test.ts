import { describe, expect, it } from "vitest";
import { activitiesOf } from "../../../functions/activities/activities.ts";
import { contracts } from "../../../functions/activities/contracts.ts";
import { processIds } from "../../../shared/publishing/processes/process.ts";
import { fakePorts } from "../../support/fake-ports.ts";
import { key } from "./a-publishing-offer.ts";
import { aReadyOffer, publish, quickPeople, type People } from "./whole-publish.ts";

it("has an activity for every contract, and no other", () => {
  const names = activitiesOf(fakePorts().ports).map(({ contract }) => contract.name);
  expect(names.sort()).toEqual(contracts.map(({ name }) => name).sort());
  expect(new Set(names).size).toBe(names.length);
});

it("refuses an input that no workflow sends", () => {
  const [activity] = activitiesOf(fakePorts().ports);
  expect(() => activity!.handler({ submission: {} })).toThrow();
});

describe.each(processIds)("a whole publish (%s)", (process) => {
  it("ends live, with every row complete", async () => {
    const offer = await aReadyOffer(process);

    const run = await publish(offer);

    const { offer: state, operations, steps } = await offer.progress();
    expect(steps.filter(({ status }) => status !== "complete")).toEqual([]);
    expect(run.output).toEqual({ outcome: "live" });
    expect(state).toMatchObject({ status: "succeeded", liveSubmission: 1 });
    expect(operations.map(({ type, state: how }) => [type, how])).toEqual([
      ["goLive", "succeeded"],
      ["publish", "succeeded"],
    ]);
    expect((await offer.ports.catalogue.readRow(key))!.value.live!.submission).toBe(1);
  });

  it("costs few transactions", async () => {
    const offer = await aReadyOffer(process);

    await publish(offer);

    expect(offer.transactions()).toBeLessThanOrEqual(80);
  });
});

describe("a whole publish whose activities all run twice", () => {
  type Work = () => Promise<object>;
  const again = async (work: Work) => (await work(), await work());
  const atOnce = async (work: Work) => (await Promise.all([work(), work()]))[1];

  it.each([
    ["one after the other", again],
    ["at the same time", atOnce],
  ])("%s ends like any other", async (_, how) => {
    const [once, twice] = [await aReadyOffer("2018-01"), await aReadyOffer("2018-01")];
    await publish(once);

    const run = await publish(twice, quickPeople, how);

    expect(run.output).toEqual({ outcome: "live" });
    expect(await twice.progress()).toEqual(await once.progress());
  });
});

describe("a whole publish during which one call of storage fails", async () => {
  const offer = await aReadyOffer("2018-01");
  await publish(offer);
  const calls = [...offer.calls].flatMap(([method, count]) =>
    Array.from({ length: count }, (_, skip) => ({ method, skip })),
  );

  it.each(["fail", "failAfterwards"] as const)("ends all the same (%s)", async (how) => {
    for (const { method, skip } of calls) {
      const again = await aReadyOffer("2018-01");
      again[how](method, { skip });

      const run = await publish(again);

      const where = `${method} ${skip}`;
      const { offer: state, steps } = await again.progress();
      expect({ where, ...run.output }).toEqual({ where, outcome: "live" });
      expect(state.status).toBe("succeeded");
      expect(steps.every(({ status }) => status === "complete")).toBe(true);
      const told = steps.flatMap(({ step, messages }) => messages.map(({ text }) => step + text));
      expect(told).toEqual([...new Set(told)]);
    }
  });
});

describe("a whole publish that is cancelled", () => {
  it.each([
    ...["validatePrerequisites", "validateInfluencedRevenue", "certify", "validateTestDrive"],
    ...["packageOffer", "openSignOff", "closeSignOff", "openReview"],
    ...["assessReview", "openReplication", "replicateRegion", "closeReplication"],
  ])("after %s leaves no trace for customers", async (name) => {
    const offer = await aReadyOffer("2018-01");
    const people: People = {
      async after(called, world) {
        if (called === name) await offer.cancel();
        if (called === name) world.raise("Cancel");
        else await quickPeople.after(called, world, offer);
      },
    };

    const run = await publish(offer, people);

    const { offer: state, operations } = await offer.progress();
    expect(run.output.outcome).toBe("canceled");
    expect(state).toMatchObject({ status: "canceled", cancelRequested: false });
    expect(operations.map((operation) => operation.state)).not.toContain("running");
    const row = await offer.others.catalogue.readRow(key);
    expect([row?.value.preview, row?.value.live]).toEqual([undefined, undefined]);
  });

  it("when it is being released already goes live", async () => {
    const offer = await aReadyOffer("2018-01");
    offer.fail("catalogue.writeRow", { skip: 1 });
    const people: People = {
      async after(called, world) {
        if (called === "closeReplication") world.raise("Cancel", 90_000);
        await quickPeople.after(called, world, offer);
      },
    };

    expect((await publish(offer, people)).output).toEqual({ outcome: "live" });
  });
});
