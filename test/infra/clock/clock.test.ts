import { afterEach, describe, expect, it } from "vitest";

import { MovableClock } from "../../../infra/local/clock/clock.ts";

const start = new Date("2026-03-01T00:00:00Z");
const after = (ms: number): Date => new Date(start.getTime() + ms);
const day = 86_400_000;

describe("the movable clock", () => {
  let clock = new MovableClock(start);
  afterEach(() => {
    clock.close();
    clock = new MovableClock(start);
  });

  it("starts at the given time and runs on with real time", async () => {
    const first = clock.now().getTime();
    expect(Math.abs(first - start.getTime())).toBeLessThan(5_000);
    await new Promise((resolve) =>
      clock.at(new Date(first + 20), () => {
        resolve(undefined);
      }),
    );
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(first + 20);
  });

  it("calls back asynchronously when the time is past already", async () => {
    let called = false;
    const done = new Promise((resolve) =>
      clock.at(after(-day), () => {
        called = true;
        resolve(undefined);
      }),
    );
    expect(called).toBe(false);
    await done;
  });

  it("fires timers on the way in due order, each at its own time", async () => {
    const seen: [string, number][] = [];
    const note = (name: string) => () => {
      seen.push([name, Math.round((clock.now().getTime() - start.getTime()) / day)]);
    };
    clock.at(after(9 * day), note("nine"));
    clock.at(after(3 * day), note("three"));
    clock.at(after(20 * day), note("twenty"));
    clock.at(after(3 * day), note("three again"));
    await clock.advanceTo(after(14 * day));
    expect(seen).toEqual([
      ["three", 3],
      ["three again", 3],
      ["nine", 9],
    ]);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(after(14 * day).getTime());
  });

  it("fires timers that were set by a timer on the way", async () => {
    let ticks = 0;
    const tick = (): void => {
      ticks += 1;
      clock.at(new Date(clock.now().getTime() + day), tick);
    };
    clock.at(after(day), tick);
    await clock.advanceTo(after(10.5 * day));
    expect(ticks).toBe(10);
  });

  it("waits for work to end before it fires the next timer", async () => {
    const seen: string[] = [];
    let work: Promise<void> = Promise.resolve();
    clock.addQuiesce(() => work);
    clock.at(after(day), () => {
      work = new Promise((resolve) => setTimeout(resolve, 20)).then(() => {
        seen.push("work done");
      });
    });
    clock.at(after(2 * day), () => seen.push("second timer"));
    await clock.advanceTo(after(3 * day));
    expect(seen).toEqual(["work done", "second timer"]);
  });

  it("waits again when one part's work gives work to another", async () => {
    let left = 6;
    let busy: Promise<void> = Promise.resolve();
    const handOver = (): void => {
      left -= 1;
      if (left > 0) busy = new Promise((resolve) => setTimeout(resolve, 5)).then(handOver);
    };
    const idle = () => busy;
    clock.addQuiesce(idle);
    clock.addQuiesce(idle);
    clock.at(after(day), handOver);
    await clock.advanceTo(after(2 * day));
    expect(left).toBe(0);
  });

  it("never fires a cancelled timer", async () => {
    let fired = false;
    clock.at(after(day), () => {
      fired = true;
    })();
    await clock.advanceTo(after(2 * day));
    expect(fired).toBe(false);
  });

  it("refuses to go back", async () => {
    await expect(clock.advanceTo(after(-day))).rejects.toThrow(RangeError);
    await expect(clock.advanceTo(new Date(Number.NaN))).rejects.toThrow(RangeError);
  });

  it("makes concurrent advances wait for each other", async () => {
    const seen: number[] = [];
    clock.at(after(day), () => seen.push(1));
    clock.at(after(5 * day), () => seen.push(5));
    await Promise.all([clock.advanceTo(after(2 * day)), clock.advanceTo(after(6 * day))]);
    expect(seen).toEqual([1, 5]);
  });

  it("waits for times further away than a Node timer can", async () => {
    let fired = false;
    clock.at(after(60 * day), () => {
      fired = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fired).toBe(false);
  });

  it("fires nothing once closed", async () => {
    let fired = false;
    clock.at(new Date(clock.now().getTime() + 5), () => {
      fired = true;
    });
    clock.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fired).toBe(false);
  });
});
