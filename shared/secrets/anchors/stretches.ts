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

/** A part of a stretch, with what stands around it. */
interface Piece extends Stretch {
  /** What starts between these is the piece's own. */
  from: number;
  to: number;
}

/** Long enough that most stretches stay whole, and short enough for searches that take ever longer. */
const pieceLength = 64 * 1024;

/** Cuts a stretch so that whatever starts in a piece is in it with all that stands around. */
export function* piecesOf(
  { start, end }: Stretch,
  [before, after]: readonly [number, number] = usual,
): Generator<Piece> {
  const length = before + after === Infinity ? Infinity : pieceLength;
  for (let from = start; from < end; from += length) {
    // The last one is never so short that it would be nothing but what stands around another.
    const to = end - from < 2 * length ? end : from + length;
    yield { from, to, start: Math.max(start, from - before), end: Math.min(end, to + after) };
    if (to === end) return;
  }
}
