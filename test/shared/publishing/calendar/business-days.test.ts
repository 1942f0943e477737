import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  addBusinessTime,
  businessTimeBetween,
  isBusinessDay,
} from "../../../../shared/publishing/calendar/business-days.ts";
import {
  calendarOf,
  weekendsOnly,
} from "../../../../shared/publishing/calendar/holiday-calendar.ts";

const usa = calendarOf("US");
const day = 86_400_000;
const moment = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2030, 10, 30) })
  .map((ms) => new Date(ms));
const span = fc.integer({ min: 0, max: 30 * day });
const plus = (from: string, days: number) =>
  addBusinessDays(new Date(from), days, usa).toISOString();

describe("business days", () => {
  it.each([
    ["an ordinary Tuesday to Wednesday", "2026-03-03T12:00:00Z", 1, "2026-03-04T12:00:00.000Z"],
    ["Friday noon to Monday noon", "2026-03-06T12:00:00Z", 1, "2026-03-09T12:00:00.000Z"],
    ["Saturday to the end of Monday", "2026-03-07T09:30:00Z", 1, "2026-03-10T00:00:00.000Z"],
    ["over Independence Day, observed", "2026-07-02T08:00:00Z", 1, "2026-07-06T08:00:00.000Z"],
    ["over Christmas and New Year", "2026-12-24T10:00:00Z", 5, "2027-01-04T10:00:00.000Z"],
    ["two weeks of review", "2026-03-02T10:00:00Z", 14, "2026-03-20T10:00:00.000Z"],
    ["no days at all", "2026-03-07T09:30:00Z", 0, "2026-03-07T09:30:00.000Z"],
  ])("count %s", (_case, from, days, to) => {
    expect(plus(from, days)).toBe(to);
  });

  it("give back the time that was added", () => {
    fc.assert(
      fc.property(moment, span, (from, ms) => {
        const to = addBusinessTime(from, ms, usa);
        expect(businessTimeBetween(from, to, usa)).toBe(ms);
      }),
    );
  });

  it("may be added in parts", () => {
    fc.assert(
      fc.property(moment, span, span, (from, a, b) => {
        const inParts = addBusinessTime(addBusinessTime(from, a, usa), b, usa);
        // Stopping at the end of a Friday or going on at the start of a Monday is the same point.
        expect(businessTimeBetween(from, inParts, usa)).toBe(a + b);
      }),
    );
  });

  it("never end sooner than the wall clock says, and always on a business day or at its end", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 30 * day }), (from, ms) => {
        const to = addBusinessTime(from, ms, usa);
        expect(to.getTime() - from.getTime()).toBeGreaterThanOrEqual(ms);
        expect(isBusinessDay(new Date(to.getTime() - 1), usa)).toBe(true);
      }),
    );
  });

  it("are at most all days, and fewer where there are holidays", () => {
    fc.assert(
      fc.property(moment, span, (from, ms) => {
        const to = new Date(from.getTime() + ms);
        const withHolidays = businessTimeBetween(from, to, usa);
        expect(withHolidays).toBeLessThanOrEqual(businessTimeBetween(from, to, weekendsOnly));
        expect(businessTimeBetween(to, from, usa)).toBe(0);
      }),
    );
  });
});

describe("the holiday calendar", () => {
  it("knows the public holidays of a country", () => {
    const has = (country: string, on: string) => calendarOf(country).isHoliday(on);
    expect(has("US", "2026-11-26")).toBe(true);
    expect(has("US", "2026-07-03")).toBe(true);
    expect(has("de", "2026-04-06")).toBe(true);
    expect(has("US", "2026-04-06")).toBe(false);
    expect(has("GB", "2028-01-03")).toBe(true);
    expect(has("US", "2026-11-27")).toBe(false);
  });

  it("knows only weekends outside its years", () => {
    expect(calendarOf("US").isHoliday("2040-12-25")).toBe(false);
  });

  it("refuses a country it does not know", () => {
    expect(() => calendarOf("XX")).toThrow(/XX/);
    expect(() => calendarOf("constructor")).toThrow(/constructor/);
  });
});
