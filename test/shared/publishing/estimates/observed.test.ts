import { describe, expect, it } from "vitest";
import { weekendsOnly } from "../../../../shared/publishing/calendar/holiday-calendar.ts";
import { observedOf } from "../../../../shared/publishing/estimates/observed.ts";
import { rowOf } from "../../../../shared/publishing/processes/processes.ts";
import type { StepId } from "../../../../shared/publishing/processes/process.ts";

const run = (
  step: StepId,
  startedAt: string,
  endedAt?: string,
  waits: { from: string; to?: string }[] = [],
) => ({
  step,
  startedAt,
  ...(endedAt !== undefined && { endedAt }),
  waits,
});
const observe = (step: StepId, runs: ReturnType<typeof run>[]) =>
  observedOf(rowOf("2018-01", step), runs, weekendsOnly);
const minutesLater = (minutes: number) =>
  new Date(Date.UTC(2030, 0, 7) + minutes * 60_000).toISOString();

describe("what a row took lately", () => {
  it("is given by its middle and its slow end", () => {
    const runs = Array.from({ length: 10 }, (_, place) =>
      run("packaging", minutesLater(0), minutesLater(place + 1)),
    );

    expect(observe("packaging", runs)).toEqual({ count: 10, p50Minutes: 5, p90Minutes: 9 });
  });

  it("leaves out weekends where the estimate is in business days", () => {
    const overTheWeekend = run("certification", "2030-01-04T12:00:00Z", "2030-01-07T12:00:00Z");

    expect(observe("certification", [overTheWeekend])?.p50Minutes).toBe(24 * 60);
  });

  it("leaves out the time we waited for the publisher", () => {
    const waited = run("microsoft-review", "2030-01-07T00:00:00Z", "2030-01-10T00:00:00Z", [
      { from: "2030-01-08T00:00:00Z", to: "2030-01-09T12:00:00Z" },
    ]);

    expect(observe("microsoft-review", [waited])?.p50Minutes).toBe(36 * 60);
  });

  it("is nothing for rows that never ended, never ran, or are the publisher's own", () => {
    expect(observe("packaging", [run("packaging", minutesLater(0))])).toBeUndefined();
    expect(observe("packaging", [run("live", minutesLater(0), minutesLater(1))])).toBeUndefined();
    const signOff = run("publisher-sign-off", minutesLater(0), minutesLater(1));
    expect(observe("publisher-sign-off", [signOff])).toBeUndefined();
  });
});
