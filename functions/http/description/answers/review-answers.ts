import { z } from "zod";
import { ReviewIssue, ReviewRecord } from "../../../../shared/review/review.ts";
import type { ReviewState } from "../../../../shared/review/review-state.ts";

export const ReviewAnswer = z
  .object({
    reviewId: z.string(),
    round: z.int().positive(),
    verdict: z.enum([
      "approved",
      "with-reviewer",
      "with-publisher",
      "addressed",
      "rejected",
    ] satisfies ReviewState["verdict"][]),
    issues: z.array(
      z.object({
        id: z.string(),
        round: z.int().positive(),
        state: z.enum(["open", "addressed", "resolved"]),
        issue: ReviewIssue,
      }),
    ),
    reason: z.string().optional().describe("Why it was rejected."),
    ...ReviewRecord.shape,
  })
  .meta({
    id: "Review",
    description: "Where a review stands, what was put before the reviewers, and what was said.",
  });

export const UnappliedCallbacks = z
  .object({
    poisonQueue: z.string().describe("The queue that holds the messages themselves."),
    callbacks: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          why: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .describe("Newest first."),
  })
  .meta({ id: "UnappliedCallbacks" });
