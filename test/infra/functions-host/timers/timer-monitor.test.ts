import { BlobServiceClient } from "@azure/storage-blob";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { minute, startAt, TimerBench } from "./timer-bench.ts";

describe("a timer and the times it keeps", () => {
  let bench: TimerBench;

  beforeAll(async () => {
    bench = await TimerBench.open();
  });
  afterAll(() => bench.storage.stop());
  afterEach(() => bench.stopTimers());

  it("runs at the start when it was due while no host was there, and says so", async () => {
    const name = bench.freshName();
    await (await bench.start({ name })).end();
    const later = new Date(startAt.getTime() + 60 * minute);
    const { payloads, listener } = await bench.start({ name, startAt: later });
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
    const name = bench.freshName();
    await (await bench.start({ name })).end();
    const soon = new Date(startAt.getTime() + 10_000);
    const again = await bench.start({ name, startAt: soon });
    const trigger = { schedule: "0 */5 * * * *", useMonitor: false };
    const unmonitored = await bench.start({ trigger });
    await unmonitored.advance(minute);
    expect(again.calls).toHaveLength(0);
    expect(unmonitored.payloads()[0].ScheduleStatus).toBeNull();
  });

  it("keeps its status where the official host keeps it", async () => {
    const { context } = await bench.start({ env: { WEBSITE_SITE_NAME: "Offers" } });
    const blob = BlobServiceClient.fromConnectionString(bench.storage.accounts.get("runtime") ?? "")
      .getContainerClient("azure-webjobs-hosts")
      .getBlobClient(`timers/offers/Host.Functions.${context.fn.name}/status`);
    expect(JSON.parse((await blob.downloadToBuffer()).toString())).toMatchObject({
      Next: "2026-03-02T09:00:00.000Z",
    });
  });

  it("is not monitored when it runs more often than every minute", async () => {
    const { advance, payloads } = await bench.start({ trigger: { schedule: "*/20 * * * * *" } });
    await advance(31_000);
    expect(payloads().map((payload) => payload.ScheduleStatus)).toEqual([null, null]);
  });
});
