import type { BusinessCalendar } from "./business-days.ts";
import holidays from "./holidays.json" with { type: "json" };

const snapshot: Readonly<Record<string, Readonly<Record<string, string>>>> = holidays;

/** A calendar without public holidays. */
export const weekendsOnly: BusinessCalendar = { isHoliday: () => false };

/** The public holidays of a whole country; years outside the snapshot have weekends only. */
export function calendarOf(country: string): BusinessCalendar {
  const years = snapshot[country.toUpperCase()];
  if (years === undefined)
    throw new Error(
      `no public holidays are known for country "${country}"; use an ISO 3166-1 code`,
    );
  return {
    isHoliday: (day) =>
      (years[day.slice(0, 4)] ?? "").split(" ").includes(day.slice(5, 7) + day.slice(8, 10)),
  };
}
