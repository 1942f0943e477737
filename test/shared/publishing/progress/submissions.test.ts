import { describe, expect, it } from "vitest";
import { stepOf } from "../../../../shared/publishing/progress/change-step.ts";
import {
  beginRelease,
  enterSignOff,
  isReleasing,
  requestCancel,
  requestGoLive,
} from "../../../../shared/publishing/progress/sign-off.ts";
import { beginStep } from "../../../../shared/publishing/progress/steps.ts";
import {
  cancelSubmission,
  describeOffer,
  finishLive,
  mustStop,
} from "../../../../shared/publishing/progress/submissions.ts";
import {
  resumeFromPublisher,
  waitForPublisher,
  waitForReviewer,
} from "../../../../shared/publishing/progress/waiting.ts";
import {
  at,
  draft,
  passedUntil,
  published,
  statuses,
  submissionOf,
  usa,
} from "../../support/progress-of.ts";

const signedOff = () => enterSignOff(passedUntil(published(), "publisher-sign-off"), at(4));
const atLive = () => {
  const going = requestGoLive(signedOff(), { operationId: "golive-1" }, at(5));
  return beginStep(passedUntil(going, "live"), "live", usa, at(6));
};
const live = () => finishLive(atLive(), at(9));

describe("the clock", () => {
  const begun = () =>
    beginStep(passedUntil(published(), "microsoft-review"), "microsoft-review", usa, at(5));

  it("stops while it is the publisher's turn and goes on after", () => {
    const before = stepOf(begun(), "microsoft-review")?.dueAt ?? "";
    const waiting = waitForPublisher(begun(), "microsoft-review", at(10));
    expect(stepOf(waiting, "microsoft-review")?.dueAt).toBeUndefined();
    expect(stepOf(waiting, "microsoft-review")?.waits).toEqual([{ from: at(10) }]);
    const resumed = resumeFromPublisher(waiting, "microsoft-review", usa, at(40));
    const after = stepOf(resumed, "microsoft-review");
    expect(after?.waits).toEqual([{ from: at(10), to: at(40) }]);
    expect(Date.parse(after?.dueAt ?? "") - Date.parse(before)).toBe(30 * 60_000);
  });

  it("runs while it is the reviewers' turn", () => {
    const waiting = waitForPublisher(begun(), "microsoft-review", at(10));
    const handed = waitForReviewer(waiting, "microsoft-review", usa, at(20));
    expect(stepOf(handed, "microsoft-review")).toMatchObject({
      status: "waitingForApproval",
      waits: [{ from: at(10), to: at(20) }],
    });
    expect(stepOf(handed, "microsoft-review")?.dueAt).toBeDefined();
  });

  it("does not start for a step that has not begun", () => {
    const progress = published();
    expect(waitForPublisher(progress, "microsoft-review", at(2))).toBe(progress);
    expect(resumeFromPublisher(progress, "microsoft-review", usa, at(2))).toBe(progress);
  });
});

describe("sign-off", () => {
  it("ends the publish operation and makes it the publisher's turn", () => {
    const waiting = signedOff();
    expect(waiting.offer.status).toBe("waitingForPublisherReview");
    expect(waiting.operations).toMatchObject([{ type: "publish", state: "succeeded" }]);
    expect(statuses(waiting)["publisher-sign-off"]).toBe("waitingForPublisherReview");
  });

  it("becomes a second operation by Go Live, with the addresses of the first", () => {
    const going = requestGoLive(signedOff(), { operationId: "golive-1" }, at(5));
    expect(going.offer).toMatchObject({ status: "running", goLiveRequested: true });
    expect(going.operations).toMatchObject([
      { type: "goLive", state: "running", notificationEmails: "a@contoso.com,b@contoso.com" },
      { type: "publish", state: "succeeded" },
    ]);
    expect(statuses(going)["publisher-sign-off"]).toBe("inProgress");
    expect(enterSignOff(going, at(6))).toBe(going);
    expect(requestGoLive(going, { operationId: "golive-2" }, at(6))).toBe(going);
  });

  it("is not there before the steps lead to it", () => {
    const running = published();
    expect(requestGoLive(running, { operationId: "golive-1" }, at(2))).toBe(running);
  });
});

describe("cancel", () => {
  it("asks first, then closes begun steps and running operations", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const asked = requestCancel(begun, at(3));
    expect(asked.offer).toMatchObject({ status: "running", cancelRequested: true });
    expect(mustStop(asked, submissionOf(1))).toBe(true);
    const canceled = cancelSubmission(asked, at(4));
    expect(canceled.offer).toMatchObject({ status: "canceled", cancelRequested: false });
    expect(canceled.operations).toMatchObject([{ state: "canceled" }]);
    expect(statuses(canceled)).toMatchObject({ certification: "canceled", live: "notStarted" });
    expect(mustStop(canceled, submissionOf(1))).toBe(true);
  });

  it("at sign-off leaves the publish operation succeeded", () => {
    const canceled = cancelSubmission(requestCancel(signedOff(), at(5)), at(6));
    expect(canceled.operations).toMatchObject([{ type: "publish", state: "succeeded" }]);
    expect(canceled.offer.status).toBe("canceled");
  });

  it("loses against a release that has begun, and wins against one that has not", () => {
    const releasing = beginRelease(atLive(), at(7));
    expect(isReleasing(releasing)).toBe(true);
    expect(requestCancel(releasing, at(8))).toBe(releasing);
    const canceling = requestCancel(atLive(), at(7));
    expect(isReleasing(beginRelease(canceling, at(8)))).toBe(false);
  });

  it("changes nothing after the end", () => {
    expect(requestCancel(live(), at(20))).toEqual(live());
    expect(cancelSubmission(live(), at(20))).toEqual(live());
  });
});

describe("live", () => {
  it("ends both operations well and is what customers see", () => {
    expect(live().offer).toMatchObject({ status: "succeeded", liveSubmission: 1 });
    expect(live().operations.map((operation) => operation.state)).toEqual([
      "succeeded",
      "succeeded",
    ]);
    expect(new Set(Object.values(statuses(live())))).toEqual(new Set(["complete"]));
  });

  it("is not reached before its step has begun", () => {
    expect(finishLive(signedOff(), at(9))).toEqual(signedOff());
  });
});

describe("a draft", () => {
  it("renames its offer and changes nothing else", () => {
    const offer = { displayText: "New name", offerTypeId: "microsoft-azure-applications" };
    const renamed = describeOffer(draft(), offer, at(7));
    expect(renamed.offer).toMatchObject({ displayText: "New name", status: "neverPublished" });
    expect(describeOffer(renamed, offer, at(8))).toEqual({
      ...renamed,
      offer: { ...renamed.offer, changedAt: at(8) },
    });
  });
});
