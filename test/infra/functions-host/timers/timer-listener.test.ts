import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { minute, TimerBench } from "./timer-bench.ts";

describe("a timer", () => {
  let bench: TimerBench;

  beforeAll(async () => {
    bench = await TimerBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopTimers());

  it("runs at each of its times while the clock is moved", async () => {
    const { advance, calls, payloads } = await bench.start({});
    await advance(16 * minute);
    expect(calls.map((call) => call.at.toISOString().slice(11, 16))).toEqual([
      "09:00",
      "09:05",
      "09:10",
      "09:15",
    ]);
    expect(payloads()[1]).toEqual({
      Schedule: { AdjustForDST: true },
      ScheduleStatus: {
        Last: "2026-03-02T09:00:00.000Z",
        Next: "2026-03-02T09:05:00.000Z",
        LastUpdated: expect.stringMatching(/^2026-03-02T09:00:00/),
      },
      IsPastDue: false,
    });
  });

  it("sleeps through a move of the clock over very many runs, and wakes once, past due", async () => {
    const { advance, calls, payloads } = await bench.start({
      trigger: { schedule: "0 * * * * *" },
    });
    await advance(24 * 60 * minute);
    expect(calls).toHaveLength(2);
    expect(payloads().map((payload) => payload.IsPastDue)).toEqual([false, true]);
    await advance(24 * 60 * minute + 3 * minute);
    expect(calls).toHaveLength(5);
  });

  it("takes its schedule from a setting, and is refused when that is missing or no schedule", async () => {
    const trigger = { schedule: "%SWEEP%" };
    const { advance, calls } = await bench.start({ trigger, env: { SWEEP: "0 0 * * * *" } });
    await advance(minute);
    expect(calls).toHaveLength(1);
    await expect(bench.start({ trigger })).rejects.toThrow("SWEEP");
    await expect(bench.start({ trigger, env: { SWEEP: "@daily" } })).rejects.toThrow("@daily");
  });

  it("runs at the start when it is asked to", async () => {
    const trigger = { schedule: "0 0 0 1 1 *", runOnStartup: true };
    const { payloads, listener } = await bench.start({ trigger });
    await listener.idle();
    expect(payloads()).toMatchObject([{ IsPastDue: false }]);
  });

  it("goes on with its schedule after a failure", async () => {
    const { advance, calls } = await bench.start({
      handler: () => {
        throw new Error("no luck");
      },
    });
    await advance(6 * minute);
    expect(calls).toHaveLength(2);
  });

  it("never overlaps itself and leaves out what it missed while it ran", async () => {
    let running = 0;
    let most = 0;
    const { calls, listener, clock } = await bench.start({
      trigger: { schedule: "* * * * * *" },
      handler: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        clock.offsetMs += 10_000;
        running -= 1;
      },
    });
    await clock.advanceTo(new Date(clock.now().getTime() + 3_000));
    await listener.idle();
    expect(most).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it("is retried as its registration asks, with growing waits, and then given up", async () => {
    const { calls, clock } = await bench.start({
      trigger: { schedule: "0 0 9 * * *" },
      retryOptions: {
        strategy: "exponentialBackoff",
        maxRetryCount: 3,
        minimumInterval: { seconds: 60 },
        maximumInterval: { seconds: 150 },
      },
      handler: () => {
        throw new Error("no luck");
      },
    });
    await clock.advanceTo(new Date("2026-03-02T12:00:00Z"));
    expect(calls.map((call) => call.at.toISOString().slice(11, 19))).toEqual([
      "09:00:00",
      "09:01:00",
      "09:03:00",
      "09:05:30",
    ]);
    expect(calls.map((call) => call.retryContext?.retryCount)).toEqual([undefined, 1, 2, 3]);
    expect(calls[1]?.retryContext).toMatchObject({
      maxRetryCount: 3,
      exception: { message: "no luck" },
    });
  });

  it("stops only after the run that is going on", async () => {
    let finished = false;
    const { clock, listener } = await bench.start({
      trigger: { schedule: "0 0 0 1 1 *", runOnStartup: true },
      handler: async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        finished = true;
      },
    });
    await listener.stop();
    expect(finished).toBe(true);
    await clock.advanceTo(new Date("2027-02-01T00:00:00Z"));
  });
});
