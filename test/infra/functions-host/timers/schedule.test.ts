import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Schedule } from "../../../../infra/local/functions-host/timers/schedule.ts";

const after = new Date("2026-11-20T09:30:00Z");

describe("a schedule", () => {
  it.each([
    ["0 5/20 * * * *", "2026-11-20T09:45:00.000Z"],
    ["0 0 0 * j *", "2027-01-01T00:00:00.000Z"],
    ["0 0 0 29 2 sat", "2048-02-29T00:00:00.000Z"],
    ["*/0 * * * * *", "2026-11-20T09:30:01.000Z"],
  ])("%s has its next time at %s", (text, next) => {
    expect(new Schedule(text).next(after)?.toISOString()).toBe(next);
  });

  it("that never comes has no next time", () => {
    expect(new Schedule("0 0 0 31 2 *").next(after)).toBeUndefined();
  });

  it.each(["1//2 * * * * *", "1-2-3 * * * * *", ", * * * * *", "0 0 0 * x *", "*/x * * * * *"])(
    "%s is refused",
    (text) => {
      expect(() => new Schedule(text)).toThrow(RangeError);
    },
  );

  it("never misses a time: stepping second by second finds the same one", () => {
    const value = (to: number) => fc.oneof(fc.constant("*"), fc.nat(to).map(String));
    fc.assert(
      fc.property(value(59), value(59), value(23), fc.nat(100_000), (s, m, h, offset) => {
        const from = new Date(after.getTime() + offset * 1000 + 1);
        const next = new Schedule(`${s} ${m} ${h} * * *`).next(from);
        let time = new Date(after.getTime() + offset * 1000 + 1000);
        const fits = (wanted: string, actual: number) =>
          wanted === "*" || Number(wanted) === actual;
        while (!(
          fits(s, time.getUTCSeconds()) &&
          fits(m, time.getUTCMinutes()) &&
          fits(h, time.getUTCHours())
        )) {
          time = new Date(time.getTime() + 1000);
        }
        expect(next).toEqual(time);
      }),
      { numRuns: 30 },
    );
  });
});
