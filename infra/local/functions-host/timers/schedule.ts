import { parseField, scheduleFields } from "./schedule-field.ts";

// A 29 February on a given day of the week can be 40 years away.
const daysAhead = 41 * 366;
const dayMs = 86_400_000;

/** The times an NCRONTAB expression means, in UTC. */
export class Schedule {
  readonly text: string;
  readonly #fields: readonly (readonly number[])[];

  /** Five fields, or six that begin with the seconds; anything else is a RangeError. */
  constructor(text: string) {
    this.text = text;
    const parts = text.split(" ").filter((part) => part !== "");
    const complete = parts.length === 5 ? ["0", ...parts] : parts;
    if (complete.length !== scheduleFields.length) {
      throw new RangeError(`"${text}" is no schedule: it needs five or six fields.`);
    }
    this.#fields = scheduleFields.map((field, position) =>
      parseField(complete[position] ?? "", field),
    );
  }

  /** The first time after the given one; undefined when there is none, as for 31 February. */
  next(after: Date): Date | undefined {
    const start = Math.floor(after.getTime() / 1000) * 1000 + 1000;
    const today = Math.floor(start / dayMs) * dayMs;
    for (let day = 0; day < daysAhead; day += 1) {
      const date = today + day * dayMs;
      if (!this.#includesDay(new Date(date))) continue;
      const time = this.#timeOfDay(day === 0 ? start - today : 0);
      if (time !== undefined) return new Date(date + time);
    }
    return undefined;
  }

  #includesDay(date: Date): boolean {
    const values = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay()];
    // Unlike in Unix cron, day of month and day of week must both match.
    return values.every((value, position) => this.#fields[position + 3]?.includes(value));
  }

  /** The first time of day, in milliseconds, that is not before the given one. */
  #timeOfDay(earliest: number): number | undefined {
    const [seconds = [], minutes = [], hours = []] = this.#fields;
    for (const hour of hours) {
      for (const minute of minutes) {
        const whole = (hour * 60 + minute) * 60_000;
        if (whole + 59_000 < earliest) continue;
        const second = seconds.find((value) => whole + value * 1000 >= earliest);
        if (second !== undefined) return whole + second * 1000;
      }
    }
    return undefined;
  }
}
