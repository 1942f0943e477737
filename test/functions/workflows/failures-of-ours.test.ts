import { describe, expect, it } from "vitest";
import { publish201801 } from "../../../functions/workflows/publish-2018-01.ts";
import { publish201812 } from "../../../functions/workflows/publish-2018-12.ts";
import { play } from "../../support/replay.ts";
import { aSubmission, failing, passing } from "./passing-activities.ts";

const input = aSubmission();
const named = (run: { calls: readonly { name: string }[] }, name: string) =>
  run.calls.filter((call) => call.name === name).length;

describe("an activity that throws", () => {
  it("is tried again after a pause and nobody hears of it", async () => {
    const activities = passing({ certify: failing(4, () => ({ outcome: "passed" })) });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "live" });
    expect(named(run, "certify")).toBe(5);
    expect(named(run, "blockStep")).toBe(0);
  });

  it("blocks its step after the fifth try, until the operator resumes it", async () => {
    const activities = passing({
      certify: failing(5, () => ({ outcome: "passed" })),
      blockStep: (_, world) => {
        world.raise("Resume", 3_600_000);
        return { outcome: "blocked" };
      },
    });
    const run = await play(publish201801, { input, activities });

    const block = run.calls.find(({ name }) => name === "blockStep")!;
    expect(block.input).toMatchObject({
      step: "certification",
      reason: "Activity function 'certify' failed: storage is away",
    });
    expect(named(run, "unblockStep")).toBe(1);
    expect(run.statuses).toContainEqual(
      expect.objectContaining({ step: "certification", blocked: expect.any(String) }),
    );
    expect(run.output).toEqual({ outcome: "live" });
  });

  it("is tried again a day later when the resume got lost", async () => {
    const activities = passing({ certify: failing(5, () => ({ outcome: "passed" })) });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "live" });
    expect(named(run, "unblockStep")).toBe(1);
  });

  it("can be cancelled while it is blocked, although it goes on failing", async () => {
    const activities = passing({
      certify: failing(99, () => ({ outcome: "passed" })),
      unblockStep: () => ({ outcome: "canceled" }),
      blockStep: (_, world) => {
        world.raise("Cancel", 1_000);
        return { outcome: "blocked" };
      },
    });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "canceled", step: "certification" });
  });

  it("is cancelled at once when the cancel came before the block", async () => {
    const activities = passing({
      certify: failing(99, () => ({ outcome: "passed" })),
      blockStep: () => ({ outcome: "canceled" }),
    });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "canceled", step: "certification" });
    expect(named(run, "unblockStep")).toBe(0);
  });

  it("is resumed by an event that comes while the block is still being written", async () => {
    const start = new Date("2030-01-07T09:00:00Z");
    const activities = passing({
      certify: failing(5, () => ({ outcome: "canceled" })),
      blockStep: (_, world) => {
        world.raise("Resume");
        return { outcome: "blocked" };
      },
    });
    const run = await play(publish201801, { input, activities, start });

    expect(run.clock.getTime() - start.getTime()).toBeLessThan(3_600_000);
  });
});

describe("a region that is away", () => {
  it("is copied again alone", async () => {
    const activities = passing({
      replicateRegion: ({ region }, world) =>
        region === "eastus" && world.call < 4 ? { ok: false, error: "away" } : { ok: true },
    });
    const run = await play(publish201812, {
      input: aSubmission({ process: "2018-12" }),
      activities,
    });

    const copies = run.calls.filter(({ name }) => name === "replicateRegion");
    expect(copies.map((call) => call.input.region)).toEqual([
      "westeurope",
      "eastus",
      "eastus",
      "eastus",
    ]);
    expect(run.output).toEqual({ outcome: "live" });
  });

  it("blocks the step by name when it stays away", async () => {
    const activities = passing({
      replicateRegion: ({ region }, world) =>
        region === "eastus" && world.call < 8 ? { ok: false, error: "away" } : { ok: true },
    });
    const run = await play(publish201812, {
      input: aSubmission({ process: "2018-12" }),
      activities,
    });

    const block = run.calls.find(({ name }) => name === "blockStep")!;
    expect(block.input).toMatchObject({ step: "replication", reason: "eastus: away" });
    expect(run.output).toEqual({ outcome: "live" });
  });

  it("does not stop the run when its activity dies", async () => {
    const activities = passing({ replicateRegion: failing(2, () => ({ ok: true })) });
    const run = await play(publish201801, { input, activities });

    expect(run.output).toEqual({ outcome: "live" });
  });
});

it("an answer of the wrong shape is a bug and ends the run", async () => {
  const activities = passing({ certify: () => ({ outcome: "perhaps" }) });

  await expect(play(publish201801, { input, activities })).rejects.toThrow(/outcome/);
});
