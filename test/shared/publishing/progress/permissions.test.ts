import { describe, expect, it } from "vitest";
import {
  canCancel,
  canGoLive,
  canPublish,
  canResume,
} from "../../../../shared/publishing/progress/permissions.ts";
import {
  beginRelease,
  enterSignOff,
  requestCancel,
  requestGoLive,
} from "../../../../shared/publishing/progress/sign-off.ts";
import { beginStep, blockStep } from "../../../../shared/publishing/progress/steps.ts";
import { cancelSubmission } from "../../../../shared/publishing/progress/submissions.ts";
import { at, draft, passedUntil, published, usa } from "../../support/progress-of.ts";

const signedOff = () => enterSignOff(passedUntil(published(), "publisher-sign-off"), at(4));
const goingLive = () => requestGoLive(signedOff(), { operationId: "golive-1" }, at(5));
const same = { isVersionUnderWay: true };
const changed = { isVersionUnderWay: false };
const start = { ok: true, act: "start" };
const already = { ok: true, act: "already" };
const refused = (code: string) => ({ ok: false, refusal: { kind: "conflict", code } });

describe("publish is", () => {
  it.each([
    ["started for a draft", draft(), changed, start],
    ["started after a cancel", cancelSubmission(published(), at(2)), changed, start],
    ["harmless for the version that runs", published(), same, already],
    ["harmless for the version at sign-off", signedOff(), same, already],
    ["refused for another version", published(), changed, refused("OperationRunning")],
    [
      "refused during a cancel",
      requestCancel(published(), at(2)),
      same,
      refused("CancelAlreadyRequested"),
    ],
  ])("%s", (_case, progress, version, answer) => {
    expect(canPublish(progress, version)).toMatchObject(answer);
  });
});

describe("Go Live is", () => {
  it.each([
    ["started at sign-off", signedOff(), start],
    ["harmless when pressed again", goingLive(), already],
    ["refused for a draft", draft(), refused("NotWaitingForSignOff")],
    ["refused before sign-off", published(), refused("NotWaitingForSignOff")],
    [
      "refused during a cancel",
      requestCancel(signedOff(), at(6)),
      refused("CancelAlreadyRequested"),
    ],
  ])("%s", (_case, progress, answer) => {
    expect(canGoLive(progress)).toMatchObject(answer);
  });
});

describe("cancel is", () => {
  const atLive = beginStep(passedUntil(goingLive(), "live"), "live", usa, at(6));
  it.each([
    ["started in any step", published(), start],
    ["started at sign-off", signedOff(), start],
    ["started in Live before the release", atLive, start],
    ["harmless when pressed again", requestCancel(published(), at(2)), already],
    ["refused during the release", beginRelease(atLive, at(7)), refused("TooLateToCancel")],
    ["refused when nothing runs", draft(), refused("NothingToCancel")],
  ])("%s", (_case, progress, answer) => {
    expect(canCancel(progress)).toMatchObject(answer);
  });
});

describe("resume is", () => {
  it("for a blocked step", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const blocked = blockStep(begun, "certification", "why", at(3));
    expect(canResume(blocked)).toEqual({ ok: true, step: "certification" });
    expect(canResume(begun)).toMatchObject(refused("NothingBlocked"));
  });
});
