import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../shared/findings/finding.ts";
import { stepOf } from "../../../../shared/publishing/progress/change-step.ts";
import { enterSignOff, requestGoLive } from "../../../../shared/publishing/progress/sign-off.ts";
import {
  beginStep,
  blockStep,
  blockedStep,
  noteMessage,
  noteOnce,
  passStep,
  rejectStep,
  setProgress,
  unblockStep,
} from "../../../../shared/publishing/progress/steps.ts";
import { finishLive } from "../../../../shared/publishing/progress/submissions.ts";
import { at, passedUntil, published, statuses, usa } from "../../support/progress-of.ts";

const finding = (n: number, severity: Finding["severity"] = "error"): Finding => ({
  ruleId: `rule-${String(n)}`,
  severity,
  message: `what ${String(n)}`,
  fix: "",
  whose: "content",
});
const signedOff = () => enterSignOff(passedUntil(published(), "publisher-sign-off"), at(4));
const atLive = () => {
  const going = requestGoLive(signedOff(), { operationId: "golive-1" }, at(5));
  return beginStep(passedUntil(going, "live"), "live", usa, at(6));
};
const live = () => finishLive(atLive(), at(9));

describe("publish", () => {
  it("opens a submission with the rows of its process, none begun, and a running operation", () => {
    const progress = published();
    expect(progress.offer).toMatchObject({ status: "running", submission: 1, process: "2018-01" });
    expect(progress.operations).toMatchObject([
      { type: "publish", state: "running", submission: 1 },
    ]);
    expect(progress.steps).toHaveLength(7);
    expect(new Set(Object.values(statuses(progress)))).toEqual(new Set(["notStarted"]));
  });

  it("opens none while one is under way", () => {
    const running = published();
    expect(published(2, { from: running })).toBe(running);
  });

  it("takes the process of the new submission and keeps what is live", () => {
    const update = published(2, { from: live(), process: "2018-12" });
    expect(update.offer).toMatchObject({ process: "2018-12", submission: 2, liveSubmission: 1 });
    expect(update.steps.map((state) => state.step)).toContain("replication");
  });
});

describe("a step", () => {
  it("is due its estimate after it began", () => {
    const begun = beginStep(published(), "certification", usa, "2026-03-06T12:00:00.000Z");
    expect(stepOf(begun, "certification")).toMatchObject({
      status: "inProgress",
      dueAt: "2026-03-09T12:00:00.000Z",
    });
  });

  it("keeps its first start when it is begun again", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    expect(beginStep(begun, "certification", usa, at(9))).toBe(begun);
  });

  it("passes with its warnings in sight", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const result = { findings: [finding(1, "warning")], report: "reports/1.json" };
    expect(stepOf(passStep(begun, "certification", result, at(3)), "certification")).toMatchObject({
      status: "complete",
      progress: 100,
      findingCount: 1,
      report: "reports/1.json",
      endedAt: at(3),
    });
  });

  it("keeps only the gravest findings in its row and counts all", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const findings = [...Array(40).keys()].map((n) => finding(n, n === 39 ? "error" : "warning"));
    const state = stepOf(rejectStep(begun, "certification", { findings }, at(3)), "certification");
    expect(state?.findings).toHaveLength(20);
    expect(state?.findings[0]?.ruleId).toBe("rule-39");
    expect(state?.findingCount).toBe(40);
  });

  it("keeps its row small when findings are long", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const findings = [...Array(20).keys()].map((n) => ({
      ...finding(n),
      evidence: "x".repeat(5000),
    }));
    const state = stepOf(rejectStep(begun, "certification", { findings }, at(3)), "certification");
    expect(JSON.stringify(state?.findings).length).toBeLessThan(16_500);
  });

  it("that is rejected fails the offer and its operation, and leaves what is live", () => {
    const begun = beginStep(published(2, { from: live() }), "certification", usa, at(2));
    const failed = rejectStep(begun, "certification", { findings: [finding(1)] }, at(3));
    expect(failed.offer).toMatchObject({ status: "failed", liveSubmission: 1 });
    expect(failed.operations).toMatchObject([{ state: "failed", submission: 2 }]);
    expect(statuses(failed)).toMatchObject({ certification: "rejected", live: "notStarted" });
  });

  it("that is blocked says why, does not turn the offer red, and can be resumed", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const blocked = blockStep(begun, "certification", "the scanner is away", at(3));
    expect(blocked.offer.status).toBe("running");
    expect(blockedStep(blocked)).toBe("certification");
    expect(stepOf(blocked, "certification")?.messages[0]?.text).toContain("the scanner is away");
    const resumed = unblockStep(blocked, "certification", at(4));
    expect(statuses(resumed).certification).toBe("inProgress");
    expect(blockedStep(resumed)).toBeUndefined();
  });

  it("moves its progress forward only, and never to the end by itself", () => {
    const begun = beginStep(published(), "certification", usa, at(2));
    const half = setProgress(begun, "certification", 50, at(3));
    expect(stepOf(half, "certification")?.progress).toBe(50);
    expect(setProgress(half, "certification", 20, at(4))).toBe(half);
    expect(stepOf(setProgress(half, "certification", 300, at(4)), "certification")?.progress).toBe(
      99,
    );
    expect(setProgress(published(), "certification", 5, at(2)).steps[2]?.progress).toBe(0);
  });

  it("says the same thing at the same time once", () => {
    const message = { text: "hello", level: "information", at: at(2) } as const;
    const once = noteMessage(published(), "certification", message);
    expect(noteMessage(once, "certification", message)).toBe(once);
    expect(noteOnce(once, "certification", { ...message, at: at(3) })).toBe(once);
    const later = noteMessage(once, "certification", { ...message, at: at(3) });
    expect(stepOf(later, "certification")?.messages).toHaveLength(2);
  });
});
