import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../shared/findings/finding.ts";
import {
  enterSignOff,
  requestCancel,
  requestGoLive,
} from "../../../../shared/publishing/progress/sign-off.ts";
import {
  beginStep,
  noteMessage,
  rejectStep,
} from "../../../../shared/publishing/progress/steps.ts";
import {
  operationListItem,
  operationView,
} from "../../../../shared/publishing/status/operation-view.ts";
import { statusView } from "../../../../shared/publishing/status/status-view.ts";
import { at, draft, passedUntil, published, usa } from "../../support/progress-of.ts";

const begun = () => beginStep(published(), "validate-prerequisites", usa, at(2));
const signedOff = () => enterSignOff(passedUntil(published(), "publisher-sign-off"), at(4));
const finding: Finding = {
  ruleId: "a-rule",
  severity: "error",
  message: "<b>bad</b> & worse",
  fix: "Fix it.",
  file: "mainTemplate.json",
  line: 3,
  column: 7,
  whose: "content",
};

describe("the status", () => {
  it("of a draft has no steps and nothing to say", () => {
    expect(statusView(draft())).toMatchObject({
      status: "neverPublished",
      messages: [],
      steps: [],
      previewLinks: [],
      liveLinks: [],
      notificationEmails: "",
    });
  });

  it("shows each step as CPP clients read it", () => {
    expect(statusView(begun()).steps[0]).toMatchObject({
      estimatedTimeFrame: "< 15 min",
      id: "displaydummycertify",
      stepName: "Validate prerequisites",
      status: "inProgress",
      messages: [],
      progressPercentage: 0,
      dueAt: at(17),
    });
    expect(statusView(begun()).notificationEmails).toBe("a@contoso.com,b@contoso.com");
  });

  it("escapes whatever text it shows", () => {
    const told = noteMessage(begun(), "validate-prerequisites", {
      text: `<img src=x onerror="alert('1')">`,
      level: "warning",
      at: at(3),
      link: "https://example.com/?a=1&b=2",
    });
    const failed = rejectStep(told, "validate-prerequisites", { findings: [finding] }, at(4));
    expect(statusView(failed).steps[0]?.messages).toEqual([
      {
        messageHtml:
          '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; <a href="https://example.com/?a=1&amp;b=2" rel="noopener noreferrer">https://example.com/?a=1&amp;b=2</a>',
        level: "warning",
        timestamp: at(3),
      },
      {
        messageHtml: "mainTemplate.json:3:7: &lt;b&gt;bad&lt;/b&gt; &amp; worse Fix it. (a-rule)",
        level: "error",
        timestamp: at(4),
      },
    ]);
  });

  it("never links to anything but the web", () => {
    const link = "javascript:alert(1)";
    const told = noteMessage(begun(), "validate-prerequisites", {
      text: "hello",
      level: "information",
      at: at(3),
      link,
    });
    expect(JSON.stringify(statusView(told))).not.toContain("href");
  });

  it("says how many findings are only in the report", () => {
    const findings = [...Array(25).keys()].map(() => finding);
    const failed = rejectStep(begun(), "validate-prerequisites", { findings, report: "r" }, at(4));
    const step = statusView(failed).steps[0];
    expect(step?.messages.at(-1)?.messageHtml).toBe("5 more findings are in the report.");
    expect(step?.report).toBe(
      "/api/publishers/contoso/offers/sample/submissions/1/report/validate-prerequisites",
    );
  });

  it("says whose turn it is", () => {
    const said = (progress: Parameters<typeof statusView>[0]) =>
      statusView(progress).messages[0]?.messageHtml;
    expect(said(published())).toContain("nothing for you to do");
    expect(said(signedOff())).toContain("your turn");
    expect(said(requestCancel(signedOff(), at(5)))).toContain("being cancelled");
    const failed = rejectStep(begun(), "validate-prerequisites", { findings: [finding] }, at(4));
    expect(said(failed)).toContain("publish again");
  });
});

describe("an operation", () => {
  it("of a publish fills staging and of Go Live production", () => {
    const going = requestGoLive(signedOff(), { operationId: "golive-1" }, at(5));
    const items = going.operations.map((one) => operationListItem(going.offer, one));
    expect(items).toMatchObject([
      { id: "golive-1", submissionType: "goLive", slot: "production", submissionState: "running" },
      { id: "publish-1", submissionType: "publish", slot: "staging", submissionState: "succeeded" },
    ]);
    expect(items.every((item) => Number.isSafeInteger(item.version))).toBe(true);
  });

  it("is called complete for clients that wait for that word", () => {
    const progress = signedOff();
    expect(operationView(progress, progress.operations[0]!, "complete").status).toBe("complete");
    expect(operationView(progress, progress.operations[0]!).status).toBe("succeeded");
  });

  it("says whether it can be cancelled", () => {
    const state = (progress: ReturnType<typeof published>) =>
      operationView(progress, progress.operations[0]!).cancellationRequestState;
    expect(state(published())).toBe("canCancel");
    expect(state(requestCancel(published(), at(2)))).toBe("cancelRequested");
    const failed = rejectStep(begun(), "validate-prerequisites", { findings: [finding] }, at(4));
    expect(state(failed)).toBe("cannotCancel");
  });

  it("of an older submission shows no steps of the newest", () => {
    const old = { ...published().operations[0]!, submission: 0, state: "failed" as const };
    expect(operationView(published(), old)).toMatchObject({
      steps: [],
      messages: [],
      status: "failed",
    });
  });
});
