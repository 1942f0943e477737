import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { ConformanceTarget } from "../conformance-target.ts";
import { openTarget } from "../target.ts";

interface Ticks {
  count: number;
  last: { isPastDue: boolean; schedule: { adjustForDST: boolean } } | null;
}
let target: ConformanceTarget;

beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.stop());

async function ticks(): Promise<Ticks> {
  const answer = await fetch(`${target.url}/api/ticks`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Ticks;
}

it("a schedule of every second runs again and again", async () => {
  const before = await ticks();
  await vi.waitFor(
    async () => {
      expect((await ticks()).count).toBeGreaterThanOrEqual(before.count + 2);
    },
    { timeout: 10_000, interval: 100 },
  );
});

it("a timer is told its schedule, with names in camel case", async () => {
  const { last } = await vi.waitFor(
    async () => {
      const seen = await ticks();
      expect(seen.last).not.toBeNull();
      return seen;
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(last).toMatchObject({ isPastDue: false, schedule: { adjustForDST: true } });
});

it("a function whose setting is missing does not run, and the others do", async () => {
  const { count } = await ticks();
  expect(count).toBeGreaterThanOrEqual(0);
});
