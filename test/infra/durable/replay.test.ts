import { describe, expect, it } from "vitest";
import { EventType } from "../../../infra/local/durable/history/event-type.ts";
import { eventRaised, taskCompleted } from "../../../infra/local/durable/history/inbound-events.ts";
import { ActionType } from "../../../infra/local/durable/replay/action.ts";
import {
  minute,
  start,
  decided,
  fails,
  activity,
  retried,
  timer,
  listener,
  all,
  any,
  walk,
} from "../../support/replay-walk.ts";

describe("ids", () => {
  it("go to tasks in the order of the list, depth first, and not to events or groups", () => {
    const list = [all(activity("a"), any(listener("E"), activity("b")), timer(1)), activity("c")];
    expect(walk(list, []).orders).toEqual(["0 activity a", "1 activity b", "2 timer 1"]);
  });

  it("are taken by a retry's timers and attempts as they come", () => {
    const list = [retried("a", 3), activity("b")];
    const first = [decided(EventType.TaskScheduled, 0, { Name: "a" }), fails(0)];
    expect(walk(list, first).orders).toEqual(["1 timer 1000"]);
    const fired = [
      ...first,
      decided(EventType.TimerCreated, 1),
      decided(EventType.TimerFired, -1, { TimerId: 1 }),
    ];
    expect(walk(list, fired).orders).toEqual(["2 activity a"]);
  });

  it("go to one more timer, due at once, after the last attempt", () => {
    const only = [decided(EventType.TaskScheduled, 0, { Name: "a" }), fails(0)];
    expect(walk([retried("a", 1)], only).orders).toEqual(["1 timer 0"]);
  });

  it("name a child that has no id of its own", () => {
    const list = [{ actionType: ActionType.CallSubOrchestrator, functionName: "s" }];
    const { orders } = walk(list, []);
    expect(orders).toEqual(["0 child s"]);
  });
});

describe("groups", () => {
  const two = [
    decided(EventType.TaskScheduled, 0, { Name: "a" }),
    decided(EventType.TaskScheduled, 1, { Name: "b" }),
  ];

  it("of all go on when every member has settled, also after a failure", () => {
    const list = [all(activity("a"), activity("b")), activity("c")];
    expect(walk(list, [...two, fails(0)]).orders).toEqual([]);
    const both = [...two, fails(0), taskCompleted(1, null, start)];
    expect(walk(list, both).orders).toEqual(["2 activity c"]);
  });

  it("of any go on with the first member", () => {
    const list = [any(activity("a"), activity("b")), activity("c")];
    expect(walk(list, [...two, fails(1)]).orders).toEqual(["2 activity c"]);
  });
});

describe("timers", () => {
  it("beyond the short limit come in chunks", () => {
    expect(walk([timer(6 * minute)], []).orders).toEqual([`0 timer ${6 * minute}`]);
    expect(walk([timer(7 * minute)], []).orders).toEqual([`0 timer ${3 * minute}`]);
  });

  it("that were cancelled take an id and hold nobody up", () => {
    const list = [any(listener("E"), timer(minute, true)), activity("a")];
    expect(walk(list, []).orders).toEqual(["0 timer 60000", "1 activity a"]);
  });

  it("keep an orchestrator running that has ended", () => {
    const list = [any(listener("E"), timer(minute))];
    const events = [decided(EventType.TimerCreated, 0), eventRaised("E", "1", start)];
    const { ending, hazards } = walk(list, events, true);
    expect(ending).toBeUndefined();
    expect(hazards).toContain("open-timer");
  });
});

describe("events", () => {
  it("reach the newest listener of their name first", () => {
    const list = [any(listener("E")), any(listener("E"), listener("F")), activity("a")];
    const { orders } = walk(list, [eventRaised("E", "1", start)]);
    expect(orders).toEqual([]);
    const twice = [eventRaised("E", "1", start), eventRaised("e", "2", start)];
    expect(walk(list, twice).orders).toEqual(["0 activity a"]);
  });

  it("that come early wait for their listener", () => {
    const list = [activity("a"), listener("E"), activity("b")];
    const events = [
      decided(EventType.TaskScheduled, 0, { Name: "a" }),
      eventRaised("E", "1", start),
      taskCompleted(0, null, start),
    ];
    expect(walk(list, events).orders).toEqual(["1 activity b"]);
  });

  it("that come after continue-as-new are carried over, waiting ones are lost", () => {
    const list = [listener("E"), { actionType: ActionType.ContinueAsNew, input: { n: 1 } }];
    const events = ["F", "E", "G"].map((name) => eventRaised(name, "1", start));
    const { ending, hazards } = walk(list, events, true);
    expect(ending).toMatchObject({ kind: "continued", input: '{"n":1}' });
    expect(ending?.kind === "continued" && ending.carriedOver.map(({ Name }) => Name)).toEqual([
      "G",
    ]);
    expect(hazards).toContain("events-lost");
  });
});
