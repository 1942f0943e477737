import { describe, expect, it } from "vitest";
import { publish201801 } from "../../../functions/workflows/publish-2018-01.ts";
import { play, type World } from "../../support/replay.ts";
import { aSubmission, passing } from "./passing-activities.ts";

const input = aSubmission();
const hour = 3_600_000;
const day = 24 * hour;
const start = new Date("2030-01-07T09:00:00Z");
const after = (world: World) => world.now.getTime() - start.getTime();

describe("sign-off", () => {
  it("goes on although the event was lost, because it looks at storage every two days", async () => {
    const activities = passing({
      openSignOff: (_, world) => ({ decision: after(world) > 15 * day ? "go-live" : "waiting" }),
    });
    const run = await play(publish201801, { input, activities, start });

    expect(run.output).toEqual({ outcome: "live" });
    expect(after({ now: run.clock } as World)).toBeLessThan(17 * day);
  });

  it("goes on at once when Go Live came before it opened", async () => {
    const activities = passing({
      packageOffer: (_, world) => {
        world.raise("GoLive");
        return { outcome: "passed" };
      },
      openSignOff: (_, world) => ({ decision: world.call > 1 ? "go-live" : "waiting" }),
    });
    const run = await play(publish201801, { input, activities, start });

    expect(after({ now: run.clock } as World)).toBeLessThan(hour);
  });

  it("hears every event, however often it has waited before", async () => {
    const heard: number[] = [];
    const activities = passing({
      openSignOff: (_, world) => {
        heard.push(after(world));
        // Two events in a row after three silent ticks: the second comes while storage is read.
        if (world.call === 4) world.raise("GoLive", hour);
        if (world.call === 5) world.raise("GoLive");
        return { decision: world.call === 6 ? "go-live" : "waiting" };
      },
    });
    await play(publish201801, { input, activities, start });

    expect(heard).toHaveLength(6);
    expect(heard[5]! - heard[4]!).toBeLessThan(hour);
  });
});

describe("review", () => {
  const review = (verdicts: readonly string[]) =>
    passing({
      assessReview: (_, world) => {
        if (world.call < verdicts.length) world.raise("ReviewChanged", 3 * hour);
        return { verdict: verdicts[world.call - 1] };
      },
    });
  const rounds = (run: { calls: readonly { name: string; input: any }[] }) =>
    run.calls.filter(({ name }) => name === "openReview").map((call) => call.input.round);

  it("opens a new round when the publisher has addressed what was reported", async () => {
    const verdicts = ["with-reviewer", "with-publisher", "addressed", "with-reviewer", "approved"];
    const run = await play(publish201801, { input, activities: review(verdicts), start });

    expect(rounds(run)).toEqual([1, 2]);
    expect(run.statuses).toContainEqual(expect.objectContaining({ round: 2 }));
    expect(run.output).toEqual({ outcome: "live" });
  });

  it("ends the run when the reviewers reject", async () => {
    const run = await play(publish201801, { input, activities: review(["rejected"]), start });

    expect(run.output).toEqual({ outcome: "rejected", step: "microsoft-review" });
  });

  it("lives through many rounds", async () => {
    const verdicts = Array.from({ length: 24 }, (_, i) =>
      i === 23 ? "approved" : i % 2 === 0 ? "with-reviewer" : "addressed",
    );
    const run = await play(publish201801, { input, activities: review(verdicts), start });

    expect(rounds(run)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(run.output).toEqual({ outcome: "live" });
  });

  it("goes on although every event was lost", async () => {
    const activities = passing({
      assessReview: (_, world) => ({
        verdict: after(world) > 19 * day ? "approved" : "with-reviewer",
      }),
    });
    const run = await play(publish201801, { input, activities, start });

    expect(run.output).toEqual({ outcome: "live" });
    expect(run.events).toBeLessThan(220);
  });
});
