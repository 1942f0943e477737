import { describe, expect, it } from "vitest";
import { recogniseMessage } from "../../../shared/review/recognise-message.ts";

const approve = {
  version: "1",
  id: "m1",
  reviewId: "contoso.sample.1",
  type: "approve",
  actor: { id: "r1", name: "Rita", role: "reviewer" },
  at: "2026-03-02T09:00:00Z",
  source: { kind: "portal" },
};
const issue = { id: "pr7/thread1", title: "Open port", findings: [{ message: "22 is open" }] };

describe("a callback of our own form", () => {
  it("is a message for its review", () => {
    expect(recogniseMessage(approve)).toMatchObject({
      kind: "message",
      reviewId: "contoso.sample.1",
      message: { id: "m1", type: "approve" },
    });
    const { reviewId, ...rest } = approve;
    expect(recogniseMessage({ ...rest, submissionId: reviewId })).toMatchObject({
      kind: "message",
      reviewId,
    });
  });

  it.each([
    ["another version", { ...approve, version: "2" }, "version"],
    ["no review", { ...approve, reviewId: undefined }, "reviewId"],
    ["two reviews", { ...approve, submissionId: "contoso.sample.2" }, "different reviews"],
    ["an issue that is missing", { ...approve, type: "resolve-issue" }, "issue"],
    [
      "a report without findings",
      { ...approve, type: "report-issue", issue: { ...issue, findings: [] } },
      "at least one finding",
    ],
    ["an unknown type", { ...approve, type: "withdraw" }, "type"],
    ["too long a text", { ...approve, text: "x".repeat(4001) }, "text"],
    ["text instead of JSON", "approve", "message"],
    ["nothing", null, "message"],
  ])("is malformed with %s", (_case, json, why) => {
    const recognised = recogniseMessage(json);
    expect(recognised.kind).toBe("malformed");
    expect(recognised).toMatchObject({ why: expect.stringContaining(why) as unknown });
  });

  it("may report an issue", () => {
    expect(recogniseMessage({ ...approve, type: "report-issue", issue }).kind).toBe("message");
  });
});

describe("an Azure DevOps event", () => {
  const event = {
    subscriptionId: "sub",
    notificationId: 12,
    id: "event-guid",
    eventType: "git.pullrequest.updated",
    publisherId: "tfs",
    createdDate: "2026-03-02T09:00:00.1234567Z",
    resource: {
      pullRequestId: 7,
      status: "active",
      repository: { remoteUrl: "https://dev.azure.com/org/project/_git/contoso" },
    },
  };
  const pullRequest = "https://dev.azure.com/org/project/_git/contoso/pullrequest/7";

  it("is a wake-up that names its pull request and nothing that is true of it", () => {
    expect(recogniseMessage(event)).toEqual({
      kind: "wake-up",
      wakeUp: {
        id: "ado:sub:12",
        eventType: "git.pullrequest.updated",
        subscriptionId: "sub",
        pullRequest,
        createdAt: "2026-03-02T09:00:00.1234567Z",
      },
    });
  });

  it("of a comment names the pull request it stands in", () => {
    const comment = {
      ...event,
      eventType: "ms.vss-code.git-pullrequest-comment-event",
      resource: { comment: { id: 1 }, pullRequest: event.resource },
    };
    expect(recogniseMessage(comment)).toMatchObject({ wakeUp: { pullRequest } });
  });

  it("of a work item names the item, not its update", () => {
    const update = {
      ...event,
      eventType: "workitem.updated",
      resource: { id: 3, workItemId: 0, revision: { id: 41 } },
    };
    expect(recogniseMessage(update)).toMatchObject({ wakeUp: { workItem: "41" } });
  });

  it("without a subscription goes by its own id, and without any id is malformed", () => {
    expect(recogniseMessage({ eventType: "x", id: "e1" })).toMatchObject({
      wakeUp: { id: "ado:e1" },
    });
    expect(recogniseMessage({ eventType: "x" })).toMatchObject({ kind: "malformed" });
  });
});
