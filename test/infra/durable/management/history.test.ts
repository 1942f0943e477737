import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DurableBed } from "../../../support/durable-bed.ts";
import { ManagementBed } from "./management-bed.ts";

let management: ManagementBed;
let bed: DurableBed;

beforeAll(async () => {
  management = await ManagementBed.open();
  bed = management.bed;
});
afterAll(() => bed.stop());

describe("the history in a status", () => {
  it("tells an order by its outcome, and an open one by itself", async () => {
    await bed.start("sleeper", "sleeps", { ms: 60_000 });
    await bed.start("waitingParent", "parent", null);
    await bed.extension.idle();
    expect(await management.historyOf("sleeps")).toMatchObject([
      { EventType: "ExecutionStarted" },
      { EventType: "TimerCreated", FireAt: expect.any(String) },
    ]);
    const [, open] = await management.historyOf("parent");
    expect(open).toMatchObject({
      EventType: "SubOrchestrationInstanceCreated",
      Name: "caseSensitive",
      InstanceId: "parent-kid",
    });
    await bed.raise("parent-kid", "Approve", 1);
    await bed.extension.idle();
    const closed = await management.historyOf("parent");
    expect(closed.map((event) => event["EventType"])).toEqual([
      "ExecutionStarted",
      "SubOrchestrationInstanceCompleted",
      "ExecutionCompleted",
    ]);
    expect(closed[1]).toMatchObject({ FunctionName: "caseSensitive", Input: null });
    for (const id of ["sleeps", "parent", "parent-kid"]) await management.purge(id);
  });

  it("has reason and details of a failure, and no inputs unless they are wanted", async () => {
    const [started, failed] = await management.historyOf("threw", "&showInput=false");
    expect(started).not.toHaveProperty("Input");
    expect(failed).not.toHaveProperty("Input");
    expect(failed).toMatchObject({
      EventType: "TaskFailed",
      FunctionName: "thrower",
      Reason: "Activity function 'thrower' failed: plain error",
      FailureDetails: null,
    });
  });
});
