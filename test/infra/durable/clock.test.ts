import { afterAll, beforeAll, expect, it } from "vitest";
import { EventType } from "../../../infra/local/durable/history/event-type.ts";
import { type DurableBed, durableBed } from "../../support/durable-bed.ts";

const dayMs = 86_400_000;
let bed: DurableBed;

beforeAll(async () => {
  bed = await durableBed();
});
afterAll(() => bed.stop());

const advance = (ms: number) => bed.clock.advanceTo(new Date(bed.clock.now().getTime() + ms));

it("fourteen days pass in five timers when the clock is moved", async () => {
  await bed.start("sleeper", "fortnight", { ms: 14 * dayMs });
  await advance(15 * dayMs);
  const { runtimeStatus, output } = await bed.status("fortnight");
  expect([runtimeStatus, output]).toEqual(["Completed", { sleptAtLeast: true }]);
  const history = await bed.extension.history("fortnight");
  const timers = history.filter((event) => event.EventType === EventType.TimerCreated);
  expect(timers.length).toBe(5);
});

it("an episode never starts before the timer that woke it was due", async () => {
  await bed.start("approvalLoop", "ticks", { ms: 20, tickMs: 1 });
  await bed.end("ticks");
  let startedAt = "";
  for (const event of await bed.extension.history("ticks")) {
    if (event.EventType === EventType.OrchestratorStarted) startedAt = event.Timestamp;
    if (event.EventType === EventType.TimerFired) {
      expect(startedAt >= (event.FireAt ?? "")).toBe(true);
    }
  }
});

it("a timer that is not due does not keep the engine busy", async () => {
  await bed.start("sleeper", "patient", { ms: dayMs });
  await bed.extension.idle();
  expect((await bed.status("patient"))["runtimeStatus"]).toBe("Running");
});

it("an event four days into a long race fails as on Azure, the loop of short timers does not", async () => {
  await bed.start("approval", "race", { ms: 14 * dayMs });
  await bed.start("approvalLoop", "loop", { ms: 14 * dayMs, tickMs: 2 * dayMs });
  await advance(4 * dayMs);
  await bed.raise("race", "Approve", 1);
  await bed.raise("loop", "Approve", 1);
  expect((await bed.end("race"))["output"]).toMatch(/^Non-Deterministic workflow detected/);
  expect((await bed.end("loop"))["output"]).toMatchObject({ outcome: "approved" });
});
