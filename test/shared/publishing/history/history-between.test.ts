import { describe, expect, it } from "vitest";
import {
  type Cause,
  historyBetween,
} from "../../../../shared/publishing/history/history-between.ts";
import { pipeline } from "../../../../shared/publishing/history/history-entry.ts";
import type { Progress, StepStatus } from "../../../../shared/publishing/progress/progress.ts";
import { newOffer } from "../../../../shared/publishing/progress/submissions.ts";

const at = "2030-01-07T09:00:00.000Z";
const by: Cause = { by: pipeline };
const key = { publisherId: "contoso", offerId: "app" };
const fresh = newOffer(key, { displayText: "App", offerTypeId: "t", process: "2018-01" }, at);
const at1 = (offer: Partial<Progress["offer"]>, status: StepStatus = "notStarted"): Progress => ({
  ...fresh,
  offer: { ...fresh.offer, submission: 1, status: "running", ...offer },
  steps: [
    {
      step: "certification",
      status,
      progress: 0,
      waits: [],
      messages: [],
      findings: [],
      findingCount: 0,
    },
  ],
});
const acts = (before: Progress | undefined, after: Progress, cause = by) =>
  historyBetween(before, after, cause).map(({ act, step }) => (step ? `${act} ${step}` : act));

describe("what happened", () => {
  it.each<[string, Progress | undefined, Progress, string[]]>([
    ["a first save", undefined, fresh, ["created"]],
    ["nothing", at1({}), at1({}), []],
    ["publish", fresh, at1({}), ["publish-requested"]],
    ["publish again", at1({ status: "failed" }), at1({ submission: 2 }), ["publish-requested"]],
    ["go live", at1({}), at1({ goLiveRequested: true }), ["go-live-requested"]],
    ["cancel", at1({}), at1({ cancelRequested: true }), ["cancel-requested"]],
    ["a step begins", at1({}), at1({}, "inProgress"), ["step-started certification"]],
    ["a step passes", at1({}, "inProgress"), at1({}, "complete"), ["step-completed certification"]],
    [
      "a step fails",
      at1({}, "inProgress"),
      at1({ status: "failed" }, "rejected"),
      ["step-rejected certification", "failed"],
    ],
    [
      "a step is blocked",
      at1({}, "inProgress"),
      at1({}, "blocked"),
      ["step-blocked certification"],
    ],
    [
      "sign-off is reached",
      at1({}),
      at1({ status: "waitingForPublisherReview" }),
      ["sign-off-awaited"],
    ],
    ["it goes live", at1({}), at1({ status: "succeeded" }), ["live"]],
    ["it is withdrawn", at1({ cancelRequested: true }), at1({ status: "canceled" }), ["canceled"]],
  ])("when %s", (_, before, after, expected) => {
    expect(acts(before, after)).toEqual(expected);
  });

  it("is told with who did it, when, and to which submission", () => {
    const owner = { kind: "user", id: "1", name: "contoso-owner" } as const;

    expect(historyBetween(at1({}), at1({}), { by: owner, act: "draft-saved" })).toEqual([
      { at, act: "draft-saved", by: owner, submission: 1 },
    ]);
  });
});
