import { describe, expect, it } from "vitest";
import { publish201801 } from "../../../functions/workflows/publish-2018-01.ts";
import { play } from "../../support/replay.ts";
import { aSubmission, passing } from "./passing-activities.ts";

const input = aSubmission({ hasTestDrive: true });
const canceled = () => ({ outcome: "canceled" });
const hour = 3_600_000;

describe("a cancel", () => {
  it.each([
    ["validatePrerequisites", canceled, "validate-prerequisites"],
    ["validateInfluencedRevenue", canceled, "validate-influenced-revenue"],
    ["certify", canceled, "certification"],
    ["validateTestDrive", canceled, "test-drive-validation"],
    ["packageOffer", canceled, "packaging"],
    ["openSignOff", () => ({ decision: "canceled" }), "publisher-sign-off"],
    ["closeSignOff", canceled, "publisher-sign-off"],
    ["openReview", canceled, "microsoft-review"],
    ["assessReview", () => ({ verdict: "canceled" }), "microsoft-review"],
    ["openReplication", () => ({ outcome: "canceled", regions: [] }), "live"],
    ["closeReplication", canceled, "live"],
    ["goLive", canceled, "live"],
  ])("noticed by %s withdraws the submission and ends the run", async (name, fake, step) => {
    const run = await play(publish201801, { input, activities: passing({ [name]: fake }) });

    expect(run.output).toEqual({ outcome: "canceled", step });
    expect(run.calls.slice(-2).map((call) => call.name)).toEqual([name, "withdrawSubmission"]);
  });

  it("wakes the run at sign-off", async () => {
    const activities = passing({
      openSignOff: (_, world) => {
        if (world.call > 1) return { decision: "canceled" };
        world.raise("Cancel", hour);
        return { decision: "waiting" };
      },
    });
    const start = new Date("2030-01-07T09:00:00Z");
    const run = await play(publish201801, { input, activities, start });

    expect(run.output.outcome).toBe("canceled");
    expect(run.clock.getTime() - start.getTime()).toBeLessThan(2 * hour);
  });

  it("wakes the run while it pauses between two tries", async () => {
    const activities = passing({
      certify: (_, world) => {
        if (world.call === 4) world.raise("Cancel", 2 * 60_000);
        if (world.call < 5) throw new Error("away");
        return { outcome: "canceled" };
      },
    });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "canceled", step: "certification" });
    expect(run.calls.map(({ name }) => name)).not.toContain("blockStep");
  });

  it("is not a cancel when storage knows nothing of it", async () => {
    const activities = passing({
      certify: (_, world) => {
        world.raise("Cancel");
        return { outcome: "passed" };
      },
    });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "live" });
  });

  it("is withdrawn for as long as storage is away", async () => {
    const activities = passing({
      certify: canceled,
      withdrawSubmission: (_, world) => {
        if (world.call < 12) throw new Error("away");
        return {};
      },
    });
    const run = await play(publish201801, { input, activities });

    expect(run.output.outcome).toBe("canceled");
  });
});

it.each([
  ["validatePrerequisites", "validate-prerequisites"],
  ["certify", "certification"],
  ["packageOffer", "packaging"],
])("a rejection by %s ends the run without a withdrawal", async (name, step) => {
  const activities = passing({ [name]: () => ({ outcome: "rejected" }) });
  const run = await play(publish201801, { input, activities });

  expect(run.output).toEqual({ outcome: "rejected", step });
  expect(run.calls.at(-1)!.name).toBe(name);
});
