import type { BusinessCalendar } from "../calendar/business-days.ts";
import type { ProcessRow } from "../processes/process.ts";
import { type StepTimes, timeTaken } from "./time-taken.ts";

/** How long a row really took lately. */
export interface Observed {
  readonly count: number;
  /** Minutes of our own time that half of the runs stayed within. */
  readonly p50Minutes: number;
  readonly p90Minutes: number;
}

/** What the last runs of a row took; undefined for rows that wait for the publisher, or never ran. */
export function observedOf(
  row: ProcessRow,
  runs: readonly StepTimes[],
  calendar: BusinessCalendar,
): Observed | undefined {
  if (row.estimate.unit === "manual") return undefined;
  const taken = runs
    .filter(({ step }) => step === row.step)
    .flatMap((run) => timeTaken(run, row.estimate, calendar) ?? [])
    .toSorted((a, b) => a - b);
  if (taken.length === 0) return undefined;
  return {
    count: taken.length,
    p50Minutes: minutes(percentile(taken, 0.5)),
    p90Minutes: minutes(percentile(taken, 0.9)),
  };
}

/** The smallest value that at least this share of the values do not exceed. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const minutes = (milliseconds: number): number => Math.round(milliseconds / 600) / 100;
