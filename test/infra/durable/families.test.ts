import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EventType } from "../../../infra/local/durable/history/event-type.ts";
import { type DurableBed, durableBed } from "../../support/durable-bed.ts";

let bed: DurableBed;
let runs = 0;

beforeAll(async () => {
  bed = await durableBed({ shortTimerMs: 6000, longTimerChunkMs: 3000 });
});
afterAll(() => bed.stop());

/** Runs a sample to its end, or until nothing moves any more. */
async function outcome(name: string, input: unknown, forwardMs = 0) {
  const id = `run-${(runs += 1)}`;
  await bed.start(name, id, input);
  await bed.extension.idle();
  await forward(forwardMs);
  return { id, ...(await bed.status(id)) } as Record<string, any>;
}

async function forward(ms: number): Promise<void> {
  // Time passes by itself too: a move of nothing would already be one back.
  if (ms > 0) await bed.clock.advanceTo(new Date(bed.clock.now().getTime() + ms));
  await bed.extension.idle();
}

describe("whatever is thrown, its text is kept where there is one", () => {
  const texts: [string, string, string?][] = [
    ["error", "plain error", "plain error"],
    ["cause", "outer", "outer"],
    ["custom", "custom error", "custom error"],
    ["multiline", "line one\nline two", "line one\nline two"],
    ["empty", ""],
    ["string", "just a string"],
    ["object", '{"code":42,"message":"from object"}', "from object"],
  ];

  it.each(texts)("by an activity: %s", async (kind, text) => {
    const reason = `Activity function 'thrower' failed: ${text}`;
    const caught = (await outcome("catchActivity", kind))["output"];
    expect(caught).toMatchObject({ isError: true, ctor: "Error", name: "Error", hasCause: false });
    expect(caught["message"].startsWith(`${reason} \n {"$type":"System.Exception`)).toBe(true);
    const failed = await outcome("uncaughtActivity", kind);
    expect(failed["runtimeStatus"]).toBe("Failed");
    const whole = `Orchestrator function 'uncaughtActivity' failed: ${reason} \n {"$type"`;
    expect(failed["output"].startsWith(whole)).toBe(true);
  });

  it.each(texts)("by an orchestrator: %s", async (kind, _, text) => {
    const lost = "One or more errors occurred. (Result: Failure\nType: \nException: false\n\n";
    const reason = `Orchestrator function 'throwing' failed: ${text ?? lost}`;
    const failed = await outcome("throwing", kind);
    if (text === undefined) expect(failed["output"].startsWith(reason)).toBe(true);
    else expect(failed["output"]).toBe(reason);
    const caught = (await outcome("catchSub", { child: "throwing", input: kind }))["output"];
    expect(caught["message"].startsWith(reason)).toBe(true);
    if (text !== undefined) {
      expect(caught["message"]).toBe(`${reason} \n Message: ${text}, StackTrace: `);
    }
  });

  it("undefined from an activity is no failure, from an orchestrator it is a hang", async () => {
    expect((await outcome("catchActivity", "undefined"))["output"]).toBe("not thrown");
    expect((await outcome("throwing", "undefined"))["runtimeStatus"]).toBe("Running");
    const child = { child: "throwing", input: "undefined" };
    expect((await outcome("catchSub", child))["runtimeStatus"]).toBe("Running");
  });
});

describe("values pass as they are", () => {
  it.each([false, 0, "", [], { a: null }, "2020-01-02T03:04:05.678Z", "é€😀", null])(
    "%j as an input, as an event, and into the next generation",
    async (value) => {
      const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
      const shape = value === null ? { type } : { type, value };
      expect((await outcome("echoInput", value))["output"]).toEqual(shape);
      const { id } = await outcome("events", { ms: 0, n: 1 }, 10);
      await bed.raise(id, "E", value);
      expect((await bed.end(id))["output"]).toEqual([shape]);
      // Texts arrive with their quotes.
      const next = typeof value === "string" ? { type, value: JSON.stringify(value) } : shape;
      const continued = await outcome("continueWith", { first: true, value });
      expect(continued["output"]["input"]).toEqual(next);
    },
  );

  it("a custom status may have 16 whole KiB in UTF-16 as JSON, in any script", async () => {
    const most = 17 * 512 - 1;
    for (const unit of ["x", "é", "€"]) {
      const fits = await outcome("status", { value: unit.repeat(most - 2) });
      expect(fits["runtimeStatus"]).toBe("Completed");
      const over = await outcome("status", { value: unit.repeat(most - 1) });
      expect(over["output"]).toMatch(/must not exceed 16 KB. The current payload size is 17 KB.$/);
    }
  });
});

describe("long timers", () => {
  it.each([
    [6000, 1],
    [6500, 3],
    [9000, 3],
    [12_000, 4],
    [13_000, 5],
  ])("of %i at limits of 6000 and 3000 are %i timers", async (ms, timers) => {
    const { id, output } = await outcome("sleeper", { ms }, 14_000);
    expect(output).toEqual({ sleptAtLeast: true });
    const history = await bed.extension.history(id);
    const created = history.filter((event) => event.EventType === EventType.TimerCreated);
    expect(created.length).toBe(timers);
  });

  it.each([
    [14_000, 2900, "Completed"],
    [14_000, 3100, "Failed"],
    [6000, 5900, "Completed"],
    [6001, 3100, "Failed"],
  ])("of %i that lose after %i ms leave the instance %s", async (ms, after, status) => {
    const { id } = await outcome("approval", { ms }, after);
    await bed.raise(id, "Approve", 1);
    await forward(15_000);
    expect((await bed.status(id))["runtimeStatus"]).toBe(status);
  });
});

describe("races with a call that retries", () => {
  it.each([0, 1, 2])("after %i failures", async (failTimes) => {
    const result = `ok after ${failTimes + 1}`;
    const won = { won: true, result, next: { type: "number", value: 2 } };
    const sub = await outcome("anyRetrySubTimer", { failTimes }, 61_000);
    expect(sub["output"]).toEqual(won);
    const direct = await outcome("anyRetryTimer", { failTimes }, 61_000);
    if (failTimes === 0) expect(direct["output"]).toEqual(won);
    else
      expect(direct["output"]).toMatch(/^Non-Deterministic workflow detected: .* number 2 named/);
    const event = await outcome("anyRetryEvent", { failTimes }, 1000);
    expect(event["output"]).toEqual({ eventWon: false, next: won.next });
  });
});

it("a replay that orders nothing any more fails with the text for a missing task", async () => {
  const { output } = await outcome("nonDeterministic", { mode: "missing" });
  expect(output).toMatch(/sequence ID 0 and name 'echo' \(version ''\), but .* hasn't \(yet\?\)/);
});
