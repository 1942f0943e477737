import type { Schedule } from "./schedule.ts";
import type { ScheduleStatus } from "./timer-monitor.ts";

// .NET's default date, which the official host shows for a timer that has never run.
const never = "0001-01-01T00:00:00";

const text = (time: Date | undefined): string => time?.toISOString() ?? never;

/** The status of a timer that is new here. */
export function newStatus(schedule: Schedule, now: Date): ScheduleStatus {
  return { Last: never, Next: text(schedule.next(now)), LastUpdated: now.toISOString() };
}

/** The status after a run at `at`. */
export function statusAfterRun(schedule: Schedule, at: Date, now: Date): ScheduleStatus {
  return { Last: at.toISOString(), Next: text(schedule.next(at)), LastUpdated: now.toISOString() };
}

/** Whether a run was missed while no host was there; a changed schedule counts as it is now. */
export function isPastDue(schedule: Schedule, status: ScheduleStatus, now: Date): boolean {
  const since = new Date(status.Last === never ? status.LastUpdated : status.Last);
  const due = schedule.next(since);
  return due !== undefined && due < now;
}

/** Whether the schedule runs more often than every minute: such timers are not monitored. */
export function isFrequent(schedule: Schedule, now: Date): boolean {
  let time: Date | undefined = now;
  for (let count = 0; count < 5; count += 1) {
    const next: Date | undefined = schedule.next(time);
    if (!next) return false;
    if (count > 0 && next.getTime() - time.getTime() < 60_000) return true;
    time = next;
  }
  return false;
}
