import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DurableBed, durableBed } from "../../support/durable-bed.ts";

interface HazardCase {
  name: string;
  input?: unknown;
  event?: [string, unknown];
  says: RegExp;
}

const cases: HazardCase[] = [
  { name: "unknownActivity", says: /No activity 'noSuchActivity'.*hangs for ever/ },
  { name: "unknownSub", says: /No orchestration 'noSuchOrchestration'.*hangs for ever/ },
  { name: "throwing", input: "undefined", says: /can never come/ },
  { name: "throwing", input: "string", says: /the text is lost/ },
  { name: "parallelSubs", input: { ids: [""] }, says: /own parent/ },
  { name: "retrying", input: { failTimes: 0, timeout: 1000 }, says: /Limit the number/ },
  { name: "approval", input: { ms: 14 * 86_400_000 }, says: /at most 2 days/ },
  { name: "anyRetryTimer", input: { failTimes: 0 }, says: /into a sub-orchestration/ },
  { name: "allRetrySucceed", input: { fails: [0] }, says: /into a sub-orchestration/ },
  {
    name: "approval",
    input: { ms: 60_000, forgetCancel: true },
    event: ["Approve", 1],
    says: /Call timer.cancel/,
  },
  { name: "caseSensitive", event: ["approve", 1], says: /Use the same spelling/ },
  { name: "continueWith", input: { first: true, value: "text" }, says: /JSON quotes/ },
  { name: "continueWith", input: true, says: /"True" or "False"/ },
];

describe.each([false, true])("with strict mode %s", (strict) => {
  let bed: DurableBed;
  beforeAll(async () => {
    bed = await durableBed({ strict });
  });
  afterAll(() => bed.stop());

  it.each(cases.map((given, k) => [`${given.name} ${k}`, given] as const))(
    "a hazard is told: %s",
    async (id, { name, input, event, says }) => {
      const key = `${id.replace(" ", "-")}-${String(strict)}`;
      await bed.start(name, key, input ?? null);
      if (event) await bed.raise(key, ...event);
      await bed.extension.idle();
      const warning = bed.warnings.filter((text) => text.includes(`'${key}'`));
      expect(warning.length).toBe(new Set(warning).size);
      expect(warning.some((text) => says.test(text))).toBe(true);
      if (!strict) return;
      const seen = await bed.status(key);
      expect(seen["runtimeStatus"]).toBe("Failed");
      expect(seen["output"]).toMatch(says);
    },
  );
});

it("in strict mode a parent fails with the reason when its child was terminated", async () => {
  const bed = await durableBed({ strict: true });
  await bed.start("catchWaitingSub", "p", null);
  await bed.extension.idle();
  await bed.send("POST", "instances/p-kid/terminate?reason=x");
  await bed.extension.idle();
  expect((await bed.status("p"))["output"]).toMatch(/was terminated: on Azure its parent fails/);
  await bed.stop();
});

it("in strict mode a purge by time must name terminal statuses", async () => {
  const bed = await durableBed({ strict: true });
  const open = "instances?createdTimeFrom=2000-01-01T00:00:00Z";
  expect((await bed.send("DELETE", open)).status).toBe(400);
  expect((await bed.send("DELETE", `${open}&runtimeStatus=Completed`)).status).toBe(404);
  expect(bed.warnings.some((text) => text.includes("deletes running"))).toBe(true);
  await bed.stop();
});

it("a double replay finds an orchestrator that is not deterministic", async () => {
  const bed = await durableBed({ doubleReplay: true, strict: true });
  await bed.start("nonDeterministic", "impure", { mode: "name" });
  expect((await bed.end("impure"))["output"]).toMatch(/Two replays of the same history/);
  await bed.start("chain", "pure", { n: 2 });
  expect((await bed.end("pure"))["output"]).toBe(2);
  await bed.stop();
});
