import type { BusinessCalendar } from "../calendar/business-days.ts";
import { businessTimeBetween } from "../calendar/business-days.ts";
import type { Estimate } from "../processes/process.ts";
import type { StepState } from "../progress/progress.ts";

/** When a step ran, and when its clock stood still because we waited for the publisher. */
export interface StepTimes extends Pick<StepState, "step" | "waits"> {
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
}

/** Milliseconds of our own time that an ended step took: business days where its estimate is in them. */
export function timeTaken(
  { startedAt, endedAt, waits }: StepTimes,
  estimate: Estimate,
  calendar: BusinessCalendar,
): number | undefined {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  const between = (from: string, to: string): number =>
    estimate.unit === "business-days"
      ? businessTimeBetween(new Date(from), new Date(to), calendar)
      : Math.max(0, Date.parse(to) - Date.parse(from));
  const waited = waits.reduce((sum, { from, to }) => sum + between(from, to ?? endedAt), 0);
  return Math.max(0, between(startedAt, endedAt) - waited);
}
