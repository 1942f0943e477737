/** A part of a text that is worth a closer look. */
export interface Stretch {
  start: number;
  end: number;
}

/** Enough for most searches. */
const usual = [1024, 5 * 1024] as const;

/** What stands around words that end at the places, in order; near ones are one stretch. */
export function stretchesAround(
  places: readonly number[],
  length: number,
  [before, after]: readonly [number, number] = usual,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const place of places) {
    const start = Math.max(0, place - before);
    const end = Math.min(length, place + after);
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}
