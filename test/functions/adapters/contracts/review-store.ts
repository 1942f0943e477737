import { describe, expect, it } from "vitest";
import type { ReviewMessage, ReviewRequest } from "../../../../shared/review/review.ts";
import { submissionIdOf } from "../../../../shared/publishing/submission.ts";
import { at, freshKey, type PortContract } from "./port-contract.ts";

const aRequest = (round = 1, key = freshKey()): ReviewRequest => {
  const reviewId = submissionIdOf(key, 1);
  const submission = {
    ...key,
    submissionId: reviewId,
    number: 1,
    process: "2018-01",
    hasTestDrive: false,
  } as const;
  return { reviewId, submission, round, openedAt: at, dueAt: at, offerTitle: "Contoso", plans: [] };
};

const aMessage = (reviewId: string, id: string): ReviewMessage => ({
  version: "1",
  id,
  reviewId,
  type: "comment",
  actor: { id: "r1", name: "Rita", role: "reviewer" },
  at,
  text: "x".repeat(4000),
  source: { kind: "test" },
});

export const reviewStoreContract: PortContract = (open) => {
  describe("the review store", () => {
    it("does not know a review that was never opened", async () => {
      expect(await open().reviews.read("contoso.unknown.1")).toBeUndefined();
    });

    it("opens a round once", async () => {
      const { reviews } = open();
      const first = aRequest();
      const second = { ...first, round: 2 };
      await reviews.open(first);
      await reviews.open({ ...first, offerTitle: "Another" });
      await reviews.open(second);

      expect(await reviews.read(first.reviewId)).toEqual({
        requests: [first, second],
        messages: [],
      });
    });

    it("records a message once, whatever its id is made of", async () => {
      const { reviews } = open();
      const request = aRequest();
      await reviews.open(request);
      const ids = ["ado:s/1:7", "ado:s#1:7", "ü".repeat(128), `${"ü".repeat(127)}ö`];
      for (const id of ids)
        expect(await reviews.record(request.reviewId, aMessage(request.reviewId, id))).toBe(true);
      for (const id of ids)
        expect(await reviews.record(request.reviewId, aMessage(request.reviewId, id))).toBe(false);
      const record = await reviews.read(request.reviewId);

      expect(record?.messages.map((message) => message.id).toSorted()).toEqual(ids.toSorted());
    });

    it("takes wake-ups and unapplied callbacks of any size a queue lets through", async () => {
      const { reviews } = open();
      await reviews.recordWakeUp({ id: "ado:s:8", eventType: "git.pullrequest.updated" });
      const long = { id: "m/1", text: "é".repeat(60_000), why: "it is no JSON", at };
      await reviews.recordUnapplied(long);
      await reviews.recordUnapplied(long);
      expect(await reviews.unapplied()).toEqual([long]);
    });
  });
};
