import { BlobServiceClient } from "@azure/storage-blob";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { TimerListener } from "../../../../infra/local/functions-host/timers/timer-listener.ts";
import {
  openLocalStorage,
  type LocalStorage,
} from "../../../../infra/local/storage/local-storage.ts";
import { listenerBench } from "../listener-bench.ts";

const startAt = new Date("2026-03-02T08:59:30Z");
const minute = 60_000;

describe("a timer", () => {
  let storage: LocalStorage;
  const endings: (() => Promise<void>)[] = [];
  let names = 0;

  beforeAll(async () => {
    storage = await openLocalStorage({
      folder: undefined,
      accounts: ["runtime"],
      log: () => undefined,
    });
  });
  afterAll(() => storage.stop());
  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  const freshName = (): string => `timer${(names += 1)}`;
  const startTimer = async (options: Partial<Parameters<typeof listenerBench>[0]>) => {
    const bench = listenerBench({
      name: freshName(),
      startAt,
      trigger: { schedule: "0 */5 * * * *" },
      ...options,
      storage,
    });
    const listener = new TimerListener(bench.context);
    bench.clock.addQuiesce(() => listener.idle());
    const end = async () => {
      await listener.stop();
      bench.clock.close();
    };
    endings.push(end);
    await listener.start();
    const payloads = () => bench.calls.map((call) => JSON.parse(call.data.json ?? ""));
    const advance = (ms: number) => bench.clock.advanceTo(new Date(startAt.getTime() + ms));
    return { ...bench, listener, payloads, advance, end };
  };

  it("runs at each of its times while the clock is moved", async () => {
    const { advance, calls, payloads } = await startTimer({});
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
    const { advance, calls, payloads } = await startTimer({ trigger: { schedule: "0 * * * * *" } });
    await advance(24 * 60 * minute);
    expect(calls).toHaveLength(2);
    expect(payloads().map((payload) => payload.IsPastDue)).toEqual([false, true]);
    await advance(24 * 60 * minute + 3 * minute);
    expect(calls).toHaveLength(5);
  });

  it("takes its schedule from a setting, and is refused when that is missing or no schedule", async () => {
    const trigger = { schedule: "%SWEEP%" };
    const { advance, calls } = await startTimer({ trigger, env: { SWEEP: "0 0 * * * *" } });
    await advance(minute);
    expect(calls).toHaveLength(1);
    await expect(startTimer({ trigger })).rejects.toThrow("SWEEP");
    await expect(startTimer({ trigger, env: { SWEEP: "@daily" } })).rejects.toThrow("@daily");
  });

  it("runs at the start when it was due while no host was there, and says so", async () => {
    const name = freshName();
    await (await startTimer({ name })).end();
    const later = new Date(startAt.getTime() + 60 * minute);
    const { payloads, listener } = await startTimer({ name, startAt: later });
    await listener.idle();
    expect(payloads()).toEqual([
      {
        Schedule: { AdjustForDST: true },
        ScheduleStatus: {
          Last: "0001-01-01T00:00:00",
          Next: "2026-03-02T09:00:00.000Z",
          LastUpdated: expect.any(String),
        },
        IsPastDue: true,
      },
    ]);
  });

  it("does not run at the start when it was not due, is new, or is not monitored", async () => {
    const name = freshName();
    await (await startTimer({ name })).end();
    const soon = new Date(startAt.getTime() + 10_000);
    const again = await startTimer({ name, startAt: soon });
    const trigger = { schedule: "0 */5 * * * *", useMonitor: false };
    const unmonitored = await startTimer({ trigger });
    await unmonitored.advance(minute);
    expect(again.calls).toHaveLength(0);
    expect(unmonitored.payloads()[0].ScheduleStatus).toBeNull();
  });

  it("keeps its status where the official host keeps it", async () => {
    const { context } = await startTimer({ env: { WEBSITE_SITE_NAME: "Offers" } });
    const blob = BlobServiceClient.fromConnectionString(storage.accounts.get("runtime") ?? "")
      .getContainerClient("azure-webjobs-hosts")
      .getBlobClient(`timers/offers/Host.Functions.${context.fn.name}/status`);
    expect(JSON.parse((await blob.downloadToBuffer()).toString())).toMatchObject({
      Next: "2026-03-02T09:00:00.000Z",
    });
  });

  it("is not monitored when it runs more often than every minute", async () => {
    const { advance, payloads } = await startTimer({ trigger: { schedule: "*/20 * * * * *" } });
    await advance(31_000);
    expect(payloads().map((payload) => payload.ScheduleStatus)).toEqual([null, null]);
  });

  it("runs at the start when it is asked to", async () => {
    const trigger = { schedule: "0 0 0 1 1 *", runOnStartup: true };
    const { payloads, listener } = await startTimer({ trigger });
    await listener.idle();
    expect(payloads()).toMatchObject([{ IsPastDue: false }]);
  });

  it("goes on with its schedule after a failure", async () => {
    const { advance, calls } = await startTimer({
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
    const { calls, listener, clock } = await startTimer({
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
    const { calls, clock } = await startTimer({
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
    const { clock, listener } = await startTimer({
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
