const time = String.raw`(?:[T ]?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,7})?)?(?: ?([AP]M))?)?`;
const zone = String.raw`(?: ?(?:Z|GMT|[+-]\d{2}:?\d{2}))?`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?${time}${zone}$`,
  "i",
);
const monthFirst = new RegExp(
  String.raw`^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})${time}${zone}$`,
  "i",
);
const timeOnly = new RegExp(
  String.raw`^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,7})?)?(?: ?([AP]M))?$`,
  "i",
);

/**
 * Whether the official `datetime` constraint takes a text. Its parser knows many more forms;
 * these are the numeric ones: year first, month/day/year, and a time alone.
 */
export function isDateTime(value: string): boolean {
  const text = value.trim();
  const date = yearFirst.exec(text);
  if (date) return isDay(date[1], date[2], date[3]) && isTime(date.slice(4));
  const american = monthFirst.exec(text);
  if (american) {
    return isDay(american[3], american[1], american[2]) && isTime(american.slice(4));
  }
  const clock = timeOnly.exec(text);
  return clock !== null && isTime(clock.slice(1));
}

function isDay(year = "2000", month = "1", day = "1"): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isTime([hours = "0", minutes = "0", seconds = "0", half]: (
  string | undefined
)[]): boolean {
  const mostHours = half ? 12 : 23;
  return Number(hours) <= mostHours && Number(minutes) < 60 && Number(seconds) < 60;
}
