import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { Schedule } from "../../../infra/local/functions-host/timers/schedule.ts";

interface Answer {
  schedule: string;
  after?: string;
  next?: string[];
  invalid?: true;
}

const recorded = readFileSync(new URL("../recorded/schedules.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Answer);

describe("a schedule means what it means to the official host", () => {
  it("in all recorded answers", () => {
    expect(recorded).toHaveLength(84);
  });

  it.each(recorded.filter((answer) => answer.invalid))("$schedule is refused", ({ schedule }) => {
    expect(() => new Schedule(schedule)).toThrow(RangeError);
  });

  it.each(recorded.filter((answer) => answer.next))(
    "$schedule after $after",
    ({ schedule, after, next = [] }) => {
      const times: string[] = [];
      let last: Date | undefined = new Date(`${after ?? ""}Z`);
      while (last && times.length < next.length) {
        last = new Schedule(schedule).next(last);
        times.push(last?.toISOString().slice(0, 19) ?? "none");
      }
      expect(times).toEqual(next);
    },
  );
});
