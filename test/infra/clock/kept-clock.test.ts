import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openClock } from "../../../infra/local/clock/kept-clock.ts";

const days = (count: number) => count * 86_400_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "clock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("goes on from where it was moved to, after a restart on the same folder", async () => {
  const first = await openClock(folder);
  await first.advanceTo(new Date(Date.now() + days(8)));
  const left = first.now();
  first.close();

  const second = await openClock(folder);
  expect(second.now().getTime()).toBeGreaterThanOrEqual(left.getTime());
  expect(second.now().getTime()).toBeLessThan(left.getTime() + days(1));
  second.close();
});

it("does not go back when the host is killed in the middle of a move", async () => {
  const first = await openClock(folder);
  const fired = new Promise<Date>((resolve) => {
    first.at(new Date(Date.now() + days(3)), () => {
      resolve(first.now());
    });
  });
  first.addQuiesce(async () => {
    // The work that the timer started never ends: the host dies over it.
    if (first.offsetMs > 0) await new Promise(() => undefined);
  });
  void first.advanceTo(new Date(Date.now() + days(8)));
  const seen = await fired;
  first.close();

  const second = await openClock(folder);
  expect(second.now().getTime()).toBeGreaterThanOrEqual(seen.getTime());
  second.close();
});

it("is plain time in memory and in a new folder", async () => {
  for (const where of [undefined, folder]) {
    const clock = await openClock(where);
    expect(Math.abs(clock.offsetMs)).toBeLessThan(1000);
    clock.close();
  }
});
