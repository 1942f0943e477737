/** The days on which nobody works, apart from weekends; days are `YYYY-MM-DD` in UTC. */
export interface BusinessCalendar {
  isHoliday(day: string): boolean;
}

const dayMs = 24 * 60 * 60 * 1000;
const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs;

/** Neither Saturday, Sunday nor a public holiday. */
export function isBusinessDay(at: Date, calendar: BusinessCalendar): boolean {
  const weekday = at.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !calendar.isHoliday(at.toISOString().slice(0, 10));
}

/** Milliseconds of business days between two moments; 0 when `to` is not after `from`. */
export function businessTimeBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  let total = 0;
  let cursor = from.getTime();
  const end = to.getTime();
  while (cursor < end) {
    const midnight = startOfDay(cursor) + dayMs;
    const until = Math.min(midnight, end);
    if (isBusinessDay(new Date(cursor), calendar)) total += until - cursor;
    cursor = until;
  }
  return total;
}

/** The earliest moment by which `ms` of business days have passed since `from`. */
export function addBusinessTime(from: Date, ms: number, calendar: BusinessCalendar): Date {
  let cursor = from.getTime();
  let left = ms;
  while (left > 0) {
    const midnight = startOfDay(cursor) + dayMs;
    if (!isBusinessDay(new Date(cursor), calendar)) {
      cursor = midnight;
      continue;
    }
    const used = Math.min(left, midnight - cursor);
    cursor += used;
    left -= used;
  }
  return new Date(cursor);
}

/** A business day is 24 hours of business days: Friday noon plus one is Monday noon. */
export const addBusinessDays = (from: Date, days: number, calendar: BusinessCalendar): Date =>
  addBusinessTime(from, days * dayMs, calendar);
