/** One measured figure; `ratio` is to `to`, taken in the same run, because machines here are noisy. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly to?: string;
}

/** A benchmark yields its figures as it gets them. */
export type Bench = () => AsyncIterable<Figure>;

const rounded = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3);

/** One aligned line. */
export const figureLine = ({ name, value, unit, ratio, to }: Figure): string =>
  [
    name.padEnd(52),
    rounded(value).padStart(9),
    unit.padEnd(14),
    ratio === undefined ? "" : `${rounded(ratio).padStart(7)} x ${to ?? ""}`,
  ]
    .join(" ")
    .trimEnd();

/** The given quantile of the values, 0 to 1. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
