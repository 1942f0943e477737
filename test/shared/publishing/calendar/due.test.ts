import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessTimeBetween } from "../../../../shared/publishing/calendar/business-days.ts";
import { dueAt } from "../../../../shared/publishing/calendar/due.ts";
import { calendarOf } from "../../../../shared/publishing/calendar/holiday-calendar.ts";

const usa = calendarOf("US");
const due = (run: Parameters<typeof dueAt>[0]) => dueAt(run, usa);

describe("a due date", () => {
  const startedAt = "2026-03-06T12:00:00.000Z";

  it("is minutes or hours later by the wall clock, also on a weekend", () => {
    expect(due({ startedAt, estimate: { unit: "minutes", most: 15 }, waits: [] })).toBe(
      "2026-03-06T12:15:00.000Z",
    );
    const saturday = "2026-03-07T12:00:00.000Z";
    expect(due({ startedAt: saturday, estimate: { unit: "hours", most: 2 }, waits: [] })).toBe(
      "2026-03-07T14:00:00.000Z",
    );
  });

  it("is the longest of a range of business days", () => {
    const estimate = { unit: "business-days", least: 7, most: 14 } as const;
    expect(due({ startedAt, estimate, waits: [] })).toBe("2026-03-26T12:00:00.000Z");
  });

  it("does not exist for a manual step", () => {
    expect(due({ startedAt, estimate: { unit: "manual" }, waits: [] })).toBeUndefined();
  });

  it("does not exist while we wait for the publisher", () => {
    const waits = [{ from: "2026-03-06T12:05:00.000Z" }];
    expect(due({ startedAt, estimate: { unit: "minutes", most: 15 }, waits })).toBeUndefined();
  });

  it("moves by what we waited", () => {
    const waits = [
      { from: "2026-03-06T12:05:00.000Z", to: "2026-03-06T13:05:00.000Z" },
      { from: "2026-03-06T13:07:00.000Z", to: "2026-03-06T13:08:00.000Z" },
    ];
    expect(due({ startedAt, estimate: { unit: "minutes", most: 15 }, waits })).toBe(
      "2026-03-06T13:16:00.000Z",
    );
  });

  it("does not move for a wait that began after it", () => {
    const waits = [{ from: "2026-03-06T14:00:00.000Z" }];
    expect(due({ startedAt, estimate: { unit: "minutes", most: 15 }, waits })).toBe(
      "2026-03-06T12:15:00.000Z",
    );
  });

  it("leaves exactly the estimate of our own time before it, whatever the waits", () => {
    const start = Date.parse(startedAt);
    const hours = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(fc.tuple(hours, hours), { maxLength: 4 }), (pairs) => {
        let cursor = start;
        const waits = pairs.map(([work, wait]) => {
          const from = cursor + work * 3_600_000;
          cursor = from + wait * 3_600_000;
          return { from: new Date(from).toISOString(), to: new Date(cursor).toISOString() };
        });
        const estimate = { unit: "business-days", most: 14 } as const;
        const end = new Date(due({ startedAt, estimate, waits }) ?? "");
        const waited = waits.reduce((sum, { from, to }) => {
          const until = new Date(Math.min(Date.parse(to), end.getTime()));
          return sum + businessTimeBetween(new Date(from), until, usa);
        }, 0);
        const all = businessTimeBetween(new Date(start), end, usa);
        expect(all - waited).toBe(14 * 86_400_000);
      }),
    );
  });
});
