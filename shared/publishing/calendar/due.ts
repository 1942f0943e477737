import type { Estimate } from "../processes/process.ts";
import type { Wait } from "../progress/progress.ts";
import { addBusinessTime, businessTimeBetween } from "./business-days.ts";
import type { BusinessCalendar } from "./business-days.ts";

const unitMs = { minutes: 60_000, hours: 3_600_000, "business-days": 86_400_000 } as const;

interface Measure {
  between(from: Date, to: Date): number;
  add(from: Date, ms: number): Date;
}

const wallClock: Measure = {
  between: (from, to) => Math.max(0, to.getTime() - from.getTime()),
  add: (from, ms) => new Date(from.getTime() + ms),
};

const businessClock = (calendar: BusinessCalendar): Measure => ({
  between: (from, to) => businessTimeBetween(from, to, calendar),
  add: (from, ms) => addBusinessTime(from, ms, calendar),
});

export interface Run {
  readonly startedAt: string;
  readonly estimate: Estimate;
  readonly waits: readonly Wait[];
}

/**
 * When a step is due: its start plus its estimate in our own time.
 * Nothing is due from us in a manual step, nor while we wait for the publisher.
 */
export function dueAt(run: Run, calendar: BusinessCalendar): string | undefined {
  if (run.estimate.unit === "manual") return undefined;
  const clock = run.estimate.unit === "business-days" ? businessClock(calendar) : wallClock;
  let cursor = new Date(run.startedAt);
  let left = run.estimate.most * unitMs[run.estimate.unit];
  const waits = [...run.waits].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  for (const wait of waits) {
    const worked = clock.between(cursor, new Date(wait.from));
    if (worked >= left) break;
    left -= worked;
    if (wait.to === undefined) return undefined;
    cursor = new Date(Math.max(cursor.getTime(), Date.parse(wait.to)));
  }
  return clock.add(cursor, left).toISOString();
}
