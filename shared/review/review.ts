import { z } from "zod";
import { Submission } from "../publishing/submission.ts";

const SubmissionId = Submission.shape.submissionId;

const ReviewActor = z.object({
  id: z.string().min(1),
  name: z.string(),
  role: z.enum(["reviewer", "publisher", "system"]),
});

/** What a reviewer points at; file and line where there is one. */
const ReviewFinding = z.object({
  ruleId: z.string().optional(),
  message: z.string().min(1),
  file: z.string().optional(),
  line: z.int().positive().optional(),
});

export const ReviewIssue = z.object({
  /** `pr{n}/thread{t}`, or any other stable name. */
  id: z.string().min(1).max(200),
  title: z.string().min(1),
  pullRequest: z.url().optional(),
  workItem: z.url().optional(),
  findings: z.array(ReviewFinding),
});
export type ReviewIssue = z.infer<typeof ReviewIssue>;

const ReviewMessageType = z.enum([
  "approve",
  "report-issue",
  "resolve-issue",
  "reopen-issue",
  "comment",
  "reject",
]);

const MessageFields = z.object({
  version: z.literal("1"),
  /** The idempotency key. */
  id: z.string().min(1).max(128),
  reviewId: SubmissionId.optional(),
  submissionId: SubmissionId.optional(),
  round: z.int().positive().optional(),
  type: ReviewMessageType,
  actor: ReviewActor,
  /** For display only; it never decides an order. */
  at: z.iso.datetime(),
  issue: ReviewIssue.optional(),
  text: z.string().max(4000).optional(),
  source: z.object({ kind: z.string().min(1), commit: z.string().optional() }),
});

/** What is wrong with how a message names its review, if anything. */
function misnamed({ reviewId, submissionId }: z.infer<typeof MessageFields>): string | undefined {
  if (reviewId === undefined && submissionId === undefined)
    return "name the review by reviewId or submissionId";
  if (reviewId !== undefined && submissionId !== undefined && reviewId !== submissionId)
    return "reviewId and submissionId name different reviews";
  return undefined;
}

/** A reviewer callback in the one form that changes a review. */
export const ReviewMessage = MessageFields.superRefine((message, context) => {
  const refuse = (path: string, text: string) => {
    context.addIssue({ code: "custom", path: [path], message: text });
  };
  const naming = misnamed(message);
  if (naming !== undefined) refuse("reviewId", naming);
  if (message.type.endsWith("-issue") && message.issue === undefined)
    refuse("issue", `a message of type ${message.type} names its issue`);
  if (message.type === "report-issue" && message.issue?.findings.length === 0)
    refuse("issue", "a reported issue holds at least one finding");
});
export type ReviewMessage = z.infer<typeof ReviewMessage>;

/** One round put before the reviewers. A review is a submission's; its id is the submission's id. */
export const ReviewRequest = z.object({
  reviewId: SubmissionId,
  submission: Submission,
  round: z.int().positive(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  offerTitle: z.string(),
  plans: z.array(
    z.object({
      planId: z.string(),
      title: z.string(),
      version: z.string(),
      sha256: z.string(),
    }),
  ),
});
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/** Everything known of a review; the order of the messages means nothing. */
export const ReviewRecord = z.object({
  requests: z.array(ReviewRequest),
  messages: z.array(ReviewMessage),
});
export type ReviewRecord = z.infer<typeof ReviewRecord>;

/** An Azure DevOps event: it says that something happened, never what is true now. */
export const ReviewWakeUp = z.object({
  /** `ado:{subscriptionId}:{notificationId}`, or `ado:{event id}` where those are missing. */
  id: z.string().min(1),
  eventType: z.string().min(1),
  subscriptionId: z.string().optional(),
  pullRequest: z.url().optional(),
  workItem: z.string().optional(),
  createdAt: z.string().optional(),
});
export type ReviewWakeUp = z.infer<typeof ReviewWakeUp>;
