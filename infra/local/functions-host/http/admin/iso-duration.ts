const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const factors = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds. */
export function isoDurationMs(text: string): number {
  const parts: (string | undefined)[] = pattern.exec(text)?.slice(1) ?? [];
  if (parts.every((part) => part === undefined)) {
    throw new RangeError(`"${text}" is not a duration like P1D or PT30M.`);
  }
  return factors.reduce((sum, factor, index) => sum + Number(parts[index] ?? 0) * factor, 0);
}
