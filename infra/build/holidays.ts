import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Holidays from "date-holidays";

const firstYear = 2025;
const lastYear = 2030;
const target = fileURLToPath(
  new URL("../../shared/publishing/calendar/holidays.json", import.meta.url),
);

/** Whole days a holiday covers; an hour of daylight saving makes a day neither shorter nor longer. */
const wholeDays = (holiday: { start: Date; end: Date }): number =>
  Math.floor(((holiday.end.getTime() - holiday.start.getTime()) / 3_600_000 + 1) / 24);

/** The weekdays a holiday takes, as `YYYY-MM-DD`; weekends never count, so they need no room. */
function weekdaysOf(holiday: { date: string; start: Date; end: Date }): string[] {
  const days: string[] = [];
  const day = new Date(`${holiday.date.slice(0, 10)}T00:00:00Z`);
  for (let left = wholeDays(holiday); left > 0; left--) {
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return days;
}

/** Per year the days as `MMDD`, in order, with a space between. */
function yearsOf(country: string): Record<string, string> {
  const calendar = new Holidays(country, { types: ["public"] });
  const days = new Set<string>();
  for (let year = firstYear; year <= lastYear; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      for (const day of weekdaysOf(holiday)) days.add(day);
    }
  }
  const years: Record<string, string> = {};
  for (let year = firstYear; year <= lastYear; year++) {
    const own = [...days].filter((day) => day.startsWith(String(year))).sort();
    years[String(year)] = own.map((day) => day.slice(5).replace("-", "")).join(" ");
  }
  return years;
}

const countries = Object.keys(new Holidays().getCountries("en")).sort();
const lines = countries.map(
  (code) => `  ${JSON.stringify(code)}: ${JSON.stringify(yearsOf(code))}`,
);
await writeFile(target, `{\n${lines.join(",\n")}\n}\n`);
console.log(`${String(countries.length)} countries, ${String(firstYear)} to ${String(lastYear)}`);
