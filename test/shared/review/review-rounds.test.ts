import { describe, expect, it } from "vitest";
import { currentRound, filedMessage } from "../../../shared/review/review-rounds.ts";
import type { ReviewMessage, ReviewRequest } from "../../../shared/review/review.ts";
import { submissionOf } from "../support/progress-of.ts";

import { approve, reopen, report, resolve, say, verdict } from "../support/review-messages.ts";

describe("filing a message", () => {
  const request = (round: number): ReviewRequest => ({
    reviewId: "contoso.sample.1",
    submission: submissionOf(1),
    round,
    openedAt: "2026-03-02T09:00:00Z",
    dueAt: "2026-03-20T09:00:00Z",
    offerTitle: "Sample",
    plans: [],
  });
  const record = (messages: ReviewMessage[] = []) => ({
    requests: [request(2), request(1)],
    messages,
  });

  it("puts it into the round that is open, unless it names its own", () => {
    expect(currentRound(record())).toBe(2);
    expect(filedMessage(say("approve", {}), record()).round).toBe(2);
    expect(filedMessage(say("approve", { round: 1 }), record()).round).toBe(1);
    expect(filedMessage(say("approve", {}), { requests: [], messages: [] }).round).toBe(1);
  });

  it("lets a reopened issue be answered, by opening the next round", () => {
    const before = [report("a", 2), resolve("a", 2), reopen("a", 2)];
    const answer = say("resolve-issue", { role: "publisher", issue: "a" });
    const filed = filedMessage(answer, record(before));
    expect(filed.round).toBe(3);
    expect(verdict(before, 2)).toBe("with-publisher");
    expect(verdict([...before, filed], 2)).toBe("addressed");
    expect(verdict([...before, filed], 3)).toBe("with-reviewer");
    expect(verdict([...before, filed, reopen("a", 3)], 3)).toBe("with-publisher");
    expect(verdict([...before, filed, approve(3)], 3)).toBe("approved");
  });
});
