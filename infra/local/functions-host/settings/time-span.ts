const pattern = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d{1,7})?)?$/;

/** Milliseconds of a .NET TimeSpan text such as `00:05:00` or `1.12:00:00`. */
export function timeSpanMs(text: string): number {
  const match = pattern.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is not a time span like hh:mm:ss.`);
  const [, sign, days = "0", hours, minutes, seconds = "0", fraction = "0"] = match;
  const minutesTotal = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  const total = (minutesTotal * 60 + Number(seconds)) * 1000 + Math.round(Number(fraction) * 1000);
  return sign ? -total : total;
}
