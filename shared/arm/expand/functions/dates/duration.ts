import { fail } from "../../evaluate/failure.ts";

const pattern =
  /^(?<sign>-?)P(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+(?:\.\d+)?)S)?)?$/i;

/** Moves a date by an ISO 8601 duration such as `P1Y2M3DT4H`, or back by one with a minus. */
export function movedBy(date: Date, duration: string): Date {
  const groups = pattern.exec(duration)?.groups;
  if (groups === undefined || !/\d/.test(duration)) {
    return fail("the second argument must be a duration such as PT1H or -P2D");
  }
  const sign = groups.sign === "-" ? -1 : 1;
  const amount = (name: string): number => sign * Number(groups[name] ?? 0);
  const moved = new Date(date);
  moved.setUTCMonth(moved.getUTCMonth() + amount("years") * 12 + amount("months"));
  const days = amount("weeks") * 7 + amount("days");
  const seconds = amount("hours") * 3600 + amount("minutes") * 60 + amount("seconds");
  moved.setTime(moved.getTime() + (days * 86_400 + seconds) * 1000);
  return Number.isNaN(moved.getTime()) ? fail("the resulting date is out of range") : moved;
}
