import { describe, expect, it } from "vitest";
import { EventType } from "../../../infra/local/durable/history/event-type.ts";
import type { HistoryEvent } from "../../../infra/local/durable/history/history-event.ts";
import { eventRaised } from "../../../infra/local/durable/history/inbound-events.ts";
import { type Action } from "../../../infra/local/durable/replay/action.ts";
import { start, decided, activity, timer, listener, all, walk } from "../../support/replay-walk.ts";

describe("a replay that differs from the history", () => {
  const cases: [string, Action[], HistoryEvent, RegExp][] = [
    ["another name", [activity("b")], decided(4, 0, { Name: "a" }), /named 'a'.*named 'b'/],
    ["another kind", [timer(1)], decided(4, 0, { Name: "a" }), /CreateTimerOrchestratorAction/],
    ["nothing", [], decided(10, 0), /timer task with sequence number 0 but .*\(yet\?\)/],
    [
      "another child",
      [{ actionType: 2, functionName: "t" }],
      decided(7, 0, { Name: "s", InstanceId: "i" }),
      /instance ID 'i'\), but .* a sub-orchestration task with name t at this sequence number\. Was/,
    ],
    [
      "no child but an activity",
      [activity("b")],
      decided(7, 0, { Name: "s", InstanceId: "i" }),
      /produced a ScheduleTaskOrchestratorAction action at this sequence number\. Was/,
    ],
    ["no child", [], decided(7, 0, { Name: "s", InstanceId: "i" }), /'s'.*instance ID 'i'/],
  ];

  it.each(cases)("fails with the official text: %s", (_, actions, event, text) => {
    const { ending } = walk(actions, [event]);
    expect(ending).toMatchObject({ kind: "failed" });
    expect(ending?.kind === "failed" && ending.failure.reason).toMatch(text);
  });

  it("still gives its own orders away", () => {
    const { orders } = walk([activity("b")], [decided(4, 0, { Name: "a" })]);
    expect(orders).toEqual(["0 activity b"]);
  });

  it("ignores the case of names", () => {
    expect(walk([activity("A")], [decided(4, 0, { Name: "a" })]).ending).toBeUndefined();
  });
});

describe("a suspended instance", () => {
  const suspended = decided(EventType.ExecutionSuspended, -1);
  const resumed = decided(EventType.ExecutionResumed, -1);

  it("keeps what arrives for its resumption", () => {
    const list = [listener("E"), activity("a")];
    const raised = eventRaised("E", "1", start);
    expect(walk(list, [suspended, raised]).orders).toEqual([]);
    expect(walk(list, [suspended, raised, resumed]).orders).toEqual(["0 activity a"]);
  });

  it("holds back what it had just ordered", () => {
    expect(walk([activity("a")], [suspended]).orders).toEqual([]);
    expect(walk([activity("a")], [suspended, resumed]).orders).toEqual(["0 activity a"]);
  });

  it("can be terminated", () => {
    const terminated = decided(EventType.ExecutionTerminated, -1, { Input: "x" });
    const { ending } = walk([listener("E")], [suspended, terminated]);
    expect(ending).toEqual({ kind: "terminated", reason: "x" });
  });
});

it("what cannot be started takes no id", () => {
  const { orders, hazards } = walk([all(activity("unknown"), activity("a"))], []);
  expect(orders).toEqual(["0 activity a"]);
  expect(hazards).toEqual(["unknown-activity"]);
});
